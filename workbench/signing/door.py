"""The door to pyHanko: which errors come through it, and silence. Must not know what is verified.

Loads pyHanko: import it where it is used. pyHanko logs whole tracebacks of documents it rejects; what matters of them
is in the finding, so its loggers are switched off here, once, for the whole program.
"""

from __future__ import annotations

import io
import logging
import struct
import zlib

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.x509 import DuplicateExtension, InvalidVersion
from pyhanko.pdf_utils.decode_limits import DecodeLimits, DocumentDecodeBudget, StreamDecodeLimits
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko_certvalidator.errors import (
    CRLValidationError,
    OCSPValidationError,
    PathError,
    ValidationError,
)

from workbench.base.language import N_
from workbench.signing.findings import RefusedError, unverifiable

for _name in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)

FAILURES: tuple[type[BaseException], ...] = (
    # pyHanko's own: PdfError for files; its signing, signature, difference and CMS errors are all ValueErrors.
    PdfError,
    ValidationError,
    PathError,
    CRLValidationError,
    OCSPValidationError,
    # What it lets through of the libraries below it.
    InvalidSignature,
    UnsupportedAlgorithm,
    InvalidVersion,
    DuplicateExtension,
    zlib.error,
    struct.error,
    # What Python raises when hostile bytes reach code that expects honest ones: asn1crypto raises bare ValueError and
    # TypeError, readers trip over missing keys, wrong types, huge numbers, endless nesting and asserts.
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    AssertionError,
    ArithmeticError,
    RuntimeError,
    SyntaxError,
    StopIteration,
    EOFError,
    BufferError,
    MemoryError,
    OSError,
)
"""Every class the PDF libraries have been seen or read to raise for a document they cannot make sense of.

A verdict must fail closed: whatever is raised while a document is examined means that it was not verified. The list is
this broad on purpose, and only the doors of this room use it.
"""

_MIB = 1 << 20
LARGEST_FILE = 256 * _MIB
_LIMITS = DecodeLimits(
    per_stream=StreamDecodeLimits(max_output_size=64 * _MIB),
    document_budget=DocumentDecodeBudget(base_allowance=128 * _MIB, max_ratio=20),
)
"""A few kilobytes can be made to unpack into gigabytes."""


def opened(data: bytes) -> PdfFileReader:
    """A strict reader of a document in memory.

    Raises:
        RefusedError: It is not a PDF, is encrypted, too large, or written in a way the workbench never writes.
        BaseException: Any of `FAILURES`, for a file that cannot be read strictly.
    """
    if not data.startswith(b"%PDF-"):
        raise RefusedError(unverifiable(N_("The file does not begin as a PDF does.")))
    if len(data) > LARGEST_FILE:
        raise RefusedError(unverifiable(N_("The file is too large to be verified here.")))
    reader = PdfFileReader(io.BytesIO(data), strict=True, decode_limits=_LIMITS)
    if reader.encrypt_dict is not None:
        raise RefusedError(unverifiable(N_("The file is encrypted, so it cannot be verified here.")))
    if reader.has_xref_stream or reader.xrefs.hybrid_xrefs_present:
        raise RefusedError(unverifiable(N_("The file is written in a way that cannot be verified here.")))
    return reader
