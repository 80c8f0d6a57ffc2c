"""Libraries on both back ends: `place`, `library`, and `filled` with one of everything."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.storage.examples import NOON, content, fill
from tests.support.postgres import PostgresServer
from workbench.base.clock import FixedClock
from workbench.storage.library import Library
from workbench.storage.opening import open_library

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
    import psycopg

    name = f"test_{next(NUMBERS)}"
    with psycopg.connect(one_database) as connection:
        connection.execute(f"CREATE SCHEMA {name}")
    connection.close()
    return f"{one_database}&options=-csearch_path%3D{name}"


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def place(request: pytest.FixtureRequest, path: Path) -> str:
    """A place without a library, on each back end."""
    return str(path) if request.param == "sqlite" else str(request.getfixturevalue("postgres_url"))


@pytest.fixture
def library(place: str, clock: FixedClock) -> Iterator[Library]:
    """A new library on each back end."""
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
