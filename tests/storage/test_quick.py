"""The first screen's reader: the same answers as the whole library, without loading it, on the very connection."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import rfc8785
from hypothesis import HealthCheck, given, settings, strategies as st

from tests.storage.examples import content
from tests.support.checkout import ROOT
from workbench.base.clock import FixedClock
from workbench.base.errors import ConflictError, DamagedError, NotFoundError
from workbench.storage.library import Library
from workbench.storage.opening import open_library, open_quick
from workbench.storage.quick import QuickLibrary


@pytest.fixture
def quick(filled_path: Path) -> QuickLibrary:
    found = open_quick(str(filled_path))
    assert found
    return found


def test_it_answers_what_the_whole_library_answers(quick: QuickLibrary, path: Path, clock: FixedClock) -> None:
    heads = quick.agreements()
    drafts = [quick.draft(one.id) for one in heads]
    facilitator, library_id = quick.setting("facilitator"), quick.setting("library.id")
    assert len(heads) == 2
    with open_library(str(path), clock, quick=quick) as library:
        assert library.agreements.all() == heads
        assert [library.drafts.get(one.id) for one in heads] == drafts
        assert (library.settings.get("facilitator"), library.settings.get("library.id")) == (facilitator, library_id)


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.lists(st.tuples(st.integers(0, 3), st.booleans(), st.integers(0, 3)), max_size=12))
def test_the_two_lists_agree_whatever_happened(
    tmp_path_factory: pytest.TempPathFactory, clock: FixedClock, changes: list[tuple[int, bool, int]]
) -> None:
    place = str(tmp_path_factory.mktemp("quick") / "library.sla")
    with open_library(place, clock) as library:
        ids = [library.agreements.create(content("x"), title=f"{n}", actor="").id for n in range(4)]
        for index, as_version, minutes in changes:
            clock.advance(minutes=minutes)
            change(library, ids[index], as_version=as_version)
        heads = library.agreements.all()
    quick = open_quick(place)
    assert quick
    assert quick.agreements() == heads
    quick.close()


def change(library: Library, agreement: str, *, as_version: bool) -> None:
    draft = library.drafts.get(agreement)
    if as_version:
        library.versions.save(
            agreement, draft.content, seen=library.agreements.get(agreement).head, kind="saved", author="", message="",
            doc_schema=1,
        )  # fmt: skip
    else:
        library.drafts.save(agreement, content(f"{draft.revision}"), seen=draft.revision, title=f"{draft.revision}")


def test_the_library_is_held_from_the_first_look_on(quick: QuickLibrary, path: Path, clock: FixedClock) -> None:
    with pytest.raises(ConflictError):
        open_library(str(path), clock)
    file = quick.file
    assert file
    with open_library(str(path), clock, quick=quick) as library:
        assert library.database.raw is file.connection
        with pytest.raises(ConflictError):
            open_quick(str(path))
        with pytest.raises(RuntimeError, match="handed over"):
            quick.agreements()
        quick.close()  # harmless now
        assert len(library.agreements.all()) == 2


def test_a_library_that_is_let_go_can_be_opened_again(quick: QuickLibrary, path: Path, clock: FixedClock) -> None:
    quick.close()
    open_library(str(path), clock).close()


def test_a_new_library_has_nothing_to_show(path: Path, clock: FixedClock) -> None:
    quick = open_quick(str(path))
    assert quick
    assert (quick.agreements(), quick.setting("x", "default")) == ((), "default")
    with pytest.raises(NotFoundError):
        quick.draft("x")
    with open_library(str(path), clock, quick=quick) as library:
        library.agreements.create(content("First"), title="First", actor="")


def test_a_damaged_draft_is_not_shown(quick: QuickLibrary) -> None:
    assert quick.file
    quick.file.connection.execute("UPDATE draft SET content_hash = 'x'")
    with pytest.raises(DamagedError, match="draft"):
        quick.draft(quick.agreements()[0].id)
    quick.close()


def test_a_server_has_no_quick_way() -> None:
    assert open_quick("postgresql://server/sla") is None


HEAVY = ("sqlalchemy", "numpy", "psycopg", "msgspec", "rfc8785", "asyncio", "subprocess")


def test_it_loads_nothing_heavy(quick: QuickLibrary, path: Path) -> None:
    quick.close()
    program = (
        "import json, sys; from workbench.storage.opening import open_quick\n"
        "quick = open_quick(sys.argv[1]); heads = quick.agreements(); quick.draft(heads[0].id); quick.close()\n"
        "print(json.dumps([len(heads), sorted(sys.modules)]))"
    )
    command = [sys.executable, "-c", program, str(path)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    count, modules = json.loads(run.stdout)
    assert count == 2
    assert set(HEAVY) & set(modules) == set()


def test_what_is_refused_is_refused_before_anything_heavy_is_loaded(path: Path) -> None:
    path.write_bytes(b"not a database, but long enough to look like one" * 20)
    program = (
        "import sys; from workbench.base.clock import SystemClock; from workbench.storage.opening import open_library\n"
        "try:\n    open_library(sys.argv[1], SystemClock())\n"
        "except Exception as error:\n    print(type(error).__name__, 'sqlalchemy' in sys.modules)"
    )
    command = [sys.executable, "-c", program, str(path)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["DamagedError", "False"]


def test_a_text_is_found_where_it_stands_and_nowhere_else(path: Path, clock: FixedClock) -> None:
    says: dict[str, dict[str, Any]] = {
        "plain": {"teams": {"company": "Brackwald"}},
        "quoted": {"aside": 'it says "teams":{"company":"Nobody"}', "teams": {"company": 'The "Ü" – GmbH\\'}},
        "mentioned": {"aside": '"teams":{"company":"Nobody"}'},
        "none": {"teams": {"currency": "EUR"}},
        "too long": {"teams": {"company": "x" * 5_000}},
        "no text": {"teams": {"company": 5}},
    }
    with open_library(str(path), clock) as library:
        ids = {
            library.agreements.create(rfc8785.dumps(each), title=name, actor="").id: name for name, each in says.items()
        }
    quick = open_quick(str(path))
    assert quick
    found = {ids[key]: text for key, text in quick.first_texts("teams", "company").items()}
    quick.close()
    assert found == {"plain": "Brackwald", "quoted": 'The "Ü" – GmbH\\'}
