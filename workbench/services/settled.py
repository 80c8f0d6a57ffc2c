"""Whether a version that says it is for signature may be signed: what a file says of itself may be forged.

The rules are asked again until somebody has signed; afterwards a newer rule takes nothing back. Must not
know documents.
"""

from __future__ import annotations

from workbench.agreement.model import Agreement
from workbench.agreement.rules import blocking
from workbench.agreement.version import VersionHeader
from workbench.base.errors import NotAllowedError
from workbench.base.language import SOURCE, language


def require_settled(header: VersionHeader, agreement: Agreement, *, signed: bool) -> None:
    """Let a version through that may be signed, is not for signature at all, or has been signed already.

    Args:
        header: What it says it is.
        agreement: What it says.
        signed: Whether anybody has signed it, in a file or on paper.

    Raises:
        NotAllowedError: A rule stands against it, so no program of ours saved it for signature.
    """
    against = () if signed or header.kind != "for_signature" else blocking(agreement)
    if against:
        count = "1 issue stands" if len(against) == 1 else f"{len(against)} issues stand"
        raise NotAllowedError(
            f"Version {header.number} says that it is for signature, but {count} against it, first: "
            f"{against[0].message(language(SOURCE))}",
            "Settle what stands against it, save a version and sign that one.",
        )
