"""A PostgreSQL server of our own, on a socket only we know. A pytest plugin with the fixture `postgres_url`.

Must not know the tables.
"""

from __future__ import annotations

import itertools
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support import processes, programs
from tests.support.waiting import until

RELAXED = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=", "max_connections=20"]
"""Settings of a server whose data nobody needs tomorrow, and which no network reaches."""


class PostgresServer:
    """A running server.

    Attributes:
        folder: Where its socket is.
    """

    def __init__(self, programs: Path, folder: Path) -> None:
        self.folder = folder
        self._programs = programs
        self._process: subprocess.Popen[str] | None = None
        self._numbers = itertools.count(1)
        # The server refuses to run as root; Debian's package brings a user for it, and the folder becomes that user's.
        self._as: dict[str, Any] = {"user": "postgres"} if sys.platform != "win32" and os.geteuid() == 0 else {}
        if self._as:
            shutil.chown(folder, "postgres")

    def start(self) -> None:
        """Make the server's files, start it and wait until it answers."""
        data = self.folder / "data"
        words = ["--pgdata", str(data), "--username", "postgres", "--auth", "trust", "--encoding", "UTF8"]
        subprocess.run(
            [self._programs / "initdb", *words, "--no-sync", "--no-locale"],
            cwd=self.folder, check=True, capture_output=True, **self._as,
        )  # fmt: skip
        settings = [word for each in (*RELAXED, f"unix_socket_directories={self.folder}") for word in ("-c", each)]
        with (self.folder / "log").open("w") as log:
            self._process = processes.start(
                [self._programs / "postgres", "-D", data, *settings],
                keep=True,
                cwd=self.folder,
                stdout=log,
                stderr=log,
                **self._as,
            )
        until(self._answers, "the PostgreSQL server", 30)

    def _answers(self) -> bool:
        assert self._process is not None
        assert self._process.poll() is None, (self.folder / "log").read_text("utf-8")
        ask: list[str | Path] = [self._programs / "pg_isready", "--quiet", "--host", self.folder]
        return processes.finish(ask, check=False).returncode == 0

    def new_database(self) -> str:
        """The URL of a new, empty database."""
        name = f"test_{next(self._numbers)}"
        processes.finish([self._programs / "createdb", "--host", self.folder, "--username", "postgres", name])
        return f"postgresql://postgres@/{name}?host={self.folder}"

    def stop(self) -> None:
        """End the server at once; its sessions are cut off."""
        if self._process is not None:
            processes.stop(self._process, grace_seconds=10, first=signal.SIGINT)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """A server for the whole run; skips visibly where PostgreSQL is missing."""
    found = programs.need("initdb").resolve().parent  # beside it are the others, but not beside a link to it
    # Not pytest's own folder: only its owner may look into that, and a socket's path may not be long.
    with tempfile.TemporaryDirectory(prefix="sla-pg-", ignore_cleanup_errors=True) as folder:
        server = PostgresServer(found, Path(folder))
        try:
            server.start()
            yield server
        finally:
            server.stop()


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> str:
    """A new, empty database, as `postgresql://...`."""
    return postgres_server.new_database()
