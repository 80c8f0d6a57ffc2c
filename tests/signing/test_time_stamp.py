"""A time-stamp server is asked only where it is named, and a failure is said, never passed over."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest
from asn1crypto import tsp

from tests.signing.test_attacks_from_inside import stamper
from workbench.base.clock import FixedClock
from workbench.base.errors import NotAllowedError, OutsideError
from workbench.signing import time_stamp
from workbench.signing.sign import sign_pdf
from workbench.signing.time_stamp import LARGEST_ANSWER, checked_address
from workbench.signing.verify import verify_pdf

if TYPE_CHECKING:
    from tests.signing.conftest import Person

Answer = Callable[[bytes], tuple[int, dict[str, str], bytes]]


@contextmanager
def serving(answer: Answer) -> Iterator[tuple[str, list[bytes]]]:
    """A server on this machine, and what it was asked."""
    asked: list[bytes] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            asked.append(body)
            code, headers, data = answer(body)
            self.send_response(code)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/tsa", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def honest(clock: FixedClock) -> Answer:
    authority = stamper(clock)

    def answer(body: bytes) -> tuple[int, dict[str, str], bytes]:
        made = authority.request_tsa_response(tsp.TimeStampReq.load(body))
        return 200, {"Content-Type": "application/timestamp-reply"}, made.dump()

    return answer


def signed(base: bytes, person: Person, clock: FixedClock, server: str) -> bytes:
    return sign_pdf(
        base, field="k1", identity=person.identity, appearance=None, clock=clock, reason="", stamp_server=server
    )  # fmt: skip


def test_a_stamp_is_in_the_signature_and_only_a_hash_went_out(
    base: bytes, people: tuple[Person, ...], clock: FixedClock
) -> None:
    with serving(honest(clock)) as (address, asked):
        data = signed(base, people[0], clock, address)
    answer = verify_pdf(data, clock=clock, required=["k1"])
    assert answer.verdict == "valid", [str(one.said) for one in answer.findings]
    assert str(answer.signatures[0].time) == "time stamp of Example Time, not checked here"
    assert answer.signatures[0].signed_at == clock.now() + dt.timedelta(minutes=3)
    assert len(asked) == 1
    assert len(asked[0]) < 100


def of_another_request(clock: FixedClock) -> Answer:
    made = stamper(clock)
    other = made.request_cms(b"x" * 32, "sha256")[1]
    return lambda _body: (200, {}, made.request_tsa_response(other).dump())


WRONG: dict[str, Callable[[FixedClock], Answer]] = {
    "an error": lambda _clock: lambda _body: (503, {}, b""),
    "a page": lambda _clock: lambda _body: (200, {}, b"<html>Sign in to the hotel's network</html>"),
    "nothing": lambda _clock: lambda _body: (200, {}, b""),
    "too much": lambda _clock: lambda _body: (200, {}, b"0" * (LARGEST_ANSWER + 1)),
    "a refusal": lambda _clock: lambda _body: (200, {}, bytes.fromhex("30053003020102")),
    "a file": lambda _clock: lambda _body: (302, {"Location": "file:///etc/passwd"}, b""),
    "itself again": lambda _clock: lambda _body: (307, {"Location": "/tsa"}, b""),
    "the stamp of another request": of_another_request,
}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_server_that_does_not_stamp_is_said_and_nothing_is_signed(
    wrong: str, base: bytes, people: tuple[Person, ...], clock: FixedClock
) -> None:
    with serving(WRONG[wrong](clock)) as (address, _), pytest.raises(OutsideError) as caught:
        signed(base, people[0], clock, address)
    assert "127.0.0.1" in caught.value.message
    assert "sign without a time stamp" in caught.value.hint


def test_a_server_that_drips_its_answer_is_given_up_on(
    base: bytes, people: tuple[Person, ...], clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time_stamp, "SECONDS_IN_ALL", -1)
    with serving(honest(clock)) as (address, _), pytest.raises(OutsideError, match="cannot be reached"):
        signed(base, people[0], clock, address)


def test_without_a_network_it_is_said(base: bytes, people: tuple[Person, ...], clock: FixedClock) -> None:
    with serving(lambda _body: (200, {}, b"")) as (address, _):
        pass  # nobody listens there any more
    with pytest.raises(OutsideError, match="cannot be reached"):
        signed(base, people[0], clock, address)


@pytest.mark.parametrize(
    "address", ["", "tsa.example", "file:///etc/passwd", "ftp://x.example", "http://", "http://[", "https://x\n.y",
                "http://x.example/" + "a" * 500],
)  # fmt: skip
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(NotAllowedError):
        checked_address(address)
