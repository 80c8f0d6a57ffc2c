"""Asks a time-stamp server (RFC 3161) to witness when a signature was made. Must not know documents or keys.

The only thing of the program that goes over a network, and only where a person named the server. What goes out is a
hash; what comes back is bounded, and its signature is checked with the whole document. Who the server is, is its own
claim. Nothing is ever signed without a stamp that was asked for: an answer that fails is an error.

Loads pyHanko: import it where it is used.
"""

from __future__ import annotations

import time
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from asn1crypto import cms, tsp
from pyhanko.sign.timestamps import TimeStamper

from workbench.base.errors import NotAllowedError, OutsideError
from workbench.signing.door import FAILURES

SECONDS = 15
SECONDS_IN_ALL = 30
LARGEST_ANSWER = 12 * 1024
RESERVED = 2 * 16 * 1024
"""Digits kept free in the document for a signature with its certificates and its stamp."""
LONGEST_ADDRESS = 500
_WITHOUT = "Try again later, or sign without a time stamp."


def checked_address(address: str) -> str:
    """The address of a server.

    Raises:
        NotAllowedError: Not one that begins with http:// or https:// and names a server.
    """
    address = address.strip()
    try:
        parts = urlsplit(address)
        fits = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        fits = False
    if not fits or len(address) > LONGEST_ADDRESS or not address.isascii() or not address.isprintable():
        raise NotAllowedError(
            "That is not the address of a time-stamp server.", "It begins with http:// or https://."
        )  # fmt: skip
    return address


class StampServer(TimeStamper):
    """A server that stamps.

    Args:
        address: Begins with `http://` or `https://`.

    Raises:
        NotAllowedError: The address is none.
    """

    def __init__(self, address: str) -> None:
        super().__init__(include_nonce=True)  # type: ignore[no-untyped-call]  # pyHanko types only part of itself
        self._address = checked_address(address)

    async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> cms.ContentInfo:
        """The stamp of a digest.

        Raises:
            OutsideError: The server cannot be reached, refuses, or answers with something else.
        """
        try:
            return await super().async_timestamp(message_digest, md_algorithm)
        except FAILURES as error:
            raise OutsideError(
                f"{self._server} did not answer with a time stamp for this signature.", _WITHOUT
            ) from error

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> Any:
        """The server's answer to a request.

        Raises:
            OutsideError: The server cannot be reached, or answers with too much.
        """
        headers = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}
        request = Request(self._address, data=req.dump(), headers=headers)  # noqa: S310  (the scheme was checked)
        try:
            with _opener().open(request, timeout=SECONDS) as answer:
                data = _read(answer)
        except HTTPError as error:
            error.close()
            raise OutsideError(f"{self._server} answered with the error {error.code}.", _WITHOUT) from error
        except (URLError, HTTPException, OSError, ValueError) as error:
            raise OutsideError(f"{self._server} cannot be reached.", _WITHOUT) from error
        if len(data) > LARGEST_ANSWER:
            raise OutsideError(f"{self._server} answered with more than a time stamp.", _WITHOUT)
        return tsp.TimeStampResp.load(data, strict=True)

    @property
    def _server(self) -> str:
        return f"The time-stamp server {urlsplit(self._address).hostname}"


def _read(answer: Any) -> bytes:
    """The answer's bytes, one more than allowed at most; a server that drips them one by one is given up on.

    Raises:
        TimeoutError: It takes too long.
    """
    until = time.monotonic() + SECONDS_IN_ALL
    data = b""
    while len(data) <= LARGEST_ANSWER:
        if time.monotonic() > until:
            raise TimeoutError
        part = answer.read1(LARGEST_ANSWER + 1 - len(data))
        if not part:
            break
        data += part
    return data


def _opener() -> OpenerDirector:
    """Opens http and https and nothing else, whatever a redirection says."""
    made = OpenerDirector()
    handlers = (
        ProxyHandler, HTTPHandler, HTTPSHandler, HTTPRedirectHandler, HTTPErrorProcessor, HTTPDefaultErrorHandler
    )  # fmt: skip
    for handler in handlers:
        made.add_handler(handler())
    return made
