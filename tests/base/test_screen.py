"""Where a window can be opened is known before Qt is asked, which would end the process."""

from __future__ import annotations

import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from workbench.base import screen
from workbench.base.screen import has_screen

NUMBER = 65123


@contextmanager
def served(place: str, answer: bytes) -> Iterator[None]:
    """Somebody who listens at a socket of this machine; takes what comes and answers that, or nothing at all."""
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(place)
        server.listen()
        over = threading.Event()

        def serve() -> None:
            there, _ = server.accept()
            with there:
                there.recv(12)
                if answer:
                    there.sendall(answer)
                over.wait(5)

        thread = threading.Thread(target=serve)
        thread.start()
        yield
        over.set()
        thread.join()


@pytest.mark.parametrize(
    ("system", "told", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": f":{NUMBER}"}, False),
        ("linux", {"DISPLAY": f"unix:{NUMBER}.0"}, False),
        ("linux", {"DISPLAY": "localhost:59000.0"}, False),
        ("linux", {"DISPLAY": "localhost:99999"}, False),
        ("linux", {"DISPLAY": "somewhere"}, False),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, False),
        ("linux", {"QT_QPA_PLATFORM": "xcb"}, False),
        ("linux", {"QT_QPA_PLATFORM": "wayland;xcb"}, False),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("linux", {"QT_QPA_PLATFORM": "vnc:size=800x600"}, True),
        ("linux", {"QT_QPA_PLATFORM": "xcb;minimal"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_a_screen_is_where_something_listens(system: str, told: dict[str, str], *, expected: bool) -> None:
    assert has_screen(told, system) is expected


def test_a_display_afar_is_there_where_somebody_listens() -> None:
    with socket.create_server(("localhost", 0)) as server:
        assert has_screen({"DISPLAY": f"localhost:{server.getsockname()[1] - 6000}.0"}, "linux")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has sockets without a file, which clash with nobody")
@pytest.mark.parametrize(("answer", "expected"), [(b"\0", True), (b"", False)])
def test_a_display_of_this_machine_must_answer(
    answer: bytes, *, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen, "PATIENCE_SECONDS", 0.5)
    with served("\0" + str(Path("/", "tmp", ".X11-unix", f"X{NUMBER}")), answer):
        assert has_screen({"DISPLAY": f":{NUMBER}"}, "linux") is expected


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="only Unix without a window server of its own")
def test_a_wayland_compositor_listens_in_the_folder_of_the_session(tmp_path: Path) -> None:
    told = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert not has_screen(told, "linux")
    with served(str(tmp_path / "wayland-0"), b""):
        assert has_screen(told, "linux")
    assert not has_screen(told, "linux"), "what nobody listens at any more is left over"
