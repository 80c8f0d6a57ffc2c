"""Libraries on both back ends: `place`, `library`, and `filled` with one of everything."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.storage.examples import NOON, content, fill
from tests.support.postgres import PostgresServer
from workbench.base.clock import FixedClock
from workbench.storage.library import Library
from workbench.storage.opening import open_library
from workbench.storage.schema import APPEND_ONLY, Base

NUMBERS = itertools.count(1)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOON)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a library file may be made."""
    return tmp_path / "library.sla"


@pytest.fixture(scope="session")
def one_database(postgres_server: PostgresServer) -> str:
    """One database for all tests of this folder; each has a schema of its own, which is made faster."""
    return postgres_server.new_database()


@pytest.fixture
def postgres_url(one_database: str) -> str:
    """A new, empty schema, as the address of a library."""
    name = f"test_{next(NUMBERS)}"
    with psycopg.connect(one_database) as connection:
        connection.execute(f"CREATE SCHEMA {name}")
    connection.close()
    return f"{one_database}&options=-csearch_path%3D{name}"


@pytest.fixture(scope="session")
def one_schema(one_database: str) -> str:
    """A library on the server that many tests use in turn, because making one is slow."""
    url = f"{one_database}&options=-csearch_path%3Dshared"
    with psycopg.connect(one_database) as connection:
        connection.execute("CREATE SCHEMA shared")
    connection.close()
    open_library(url, FixedClock(NOON)).close()
    return url


def wipe(url: str) -> None:
    """Make the library as it was when it was new, past its guards, as only the tests' server lets us."""
    with psycopg.connect(url) as connection:
        for model in APPEND_ONLY:
            connection.execute(f"ALTER TABLE {model.__tablename__} ENABLE TRIGGER USER")
        connection.execute("SET session_replication_role = replica")
        for name in Base.metadata.tables.keys() - {"library", "event"}:
            connection.execute(f"DELETE FROM {name}")
        connection.execute("DELETE FROM event WHERE seq > 1")
        connection.execute("DELETE FROM library WHERE key NOT IN ('library.format', 'library.id')")
    connection.close()


BOTH = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]


@pytest.fixture(params=BOTH)
def place(request: pytest.FixtureRequest, path: Path) -> str:
    """A place without a library, on each back end."""
    return str(path) if request.param == "sqlite" else str(request.getfixturevalue("postgres_url"))


@pytest.fixture(params=BOTH)
def library(request: pytest.FixtureRequest, path: Path, clock: FixedClock) -> Iterator[Library]:
    """A new library on each back end."""
    place = str(path)
    if request.param == "postgresql":
        place = request.getfixturevalue("one_schema")
        wipe(place)
    with open_library(place, clock) as library:
        yield library


@pytest.fixture
def agreement(library: Library) -> str:
    """An agreement with a draft of revision 1."""
    return library.agreements.create(content("First"), title="First", actor="Ines").id


@pytest.fixture
def local(path: Path, clock: FixedClock) -> Iterator[Library]:
    """A new library in a file, for what cannot depend on the back end."""
    with open_library(str(path), clock) as library:
        yield library


@pytest.fixture
def local_agreement(local: Library) -> str:
    """An agreement in it, with a draft of revision 1."""
    return local.agreements.create(content("First"), title="First", actor="Ines").id


@pytest.fixture
def filled(library: Library, clock: FixedClock) -> str:
    """Fills the library; the id of its agreement."""
    return fill(library, clock)


@pytest.fixture(scope="session")
def filled_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A closed library file with one of everything and one agreement that is only begun; made once, written often."""
    path, clock = tmp_path_factory.mktemp("filled") / "library.sla", FixedClock(NOON)
    with open_library(str(path), clock) as library:
        fill(library, clock)
        library.agreements.create(content("Begun"), title="Begun", actor="")
        assert library.examine().ok
    return path.read_bytes()


@pytest.fixture
def filled_path(path: Path, filled_bytes: bytes) -> Path:
    """A file of one's own that holds them."""
    path.write_bytes(filled_bytes)
    return path
