"""The list of agreements, and which one a person means."""

from __future__ import annotations

import pytest

from tests.storage.examples import content
from workbench.base.clock import FixedClock
from workbench.base.errors import ConflictError, NotAllowedError, NotFoundError
from workbench.storage.library import Library


def test_the_list_shows_the_last_changed_first(library: Library, clock: FixedClock) -> None:
    made = []
    for title in ("One", "Two", "Three"):
        made.append(library.agreements.create(content(title), title=title, actor="Ines"))
        clock.advance(minutes=1)
    library.drafts.save(made[0].id, content("One and a half"), seen=1, title="One and a half")
    assert [one.title for one in library.agreements.all()] == ["One and a half", "Three", "Two"]
    assert library.agreements.get(made[0].id).updated_at == clock.now()
    assert library.agreements.get(made[0].id).created_at == made[0].created_at


def test_versions_and_head_stand_in_the_list(library: Library, agreement: str) -> None:
    assert (library.agreements.get(agreement).versions, library.agreements.get(agreement).head) == (0, "")
    first = library.versions.save(
        agreement, content("First"), seen="", kind="saved", author="Ines", message="", doc_schema=1
    )
    second = library.versions.save(
        agreement, content("First"), seen=first.hash, kind="saved", author="Ines", message="", doc_schema=1
    )
    assert (library.agreements.get(agreement).versions, library.agreements.get(agreement).head) == (2, second.hash)


def test_an_agreement_is_meant_by_id_prefix_or_exact_title(library: Library) -> None:
    ids = ["a1b2c3d4-0000-4000-8000-000000000001", "a1b2ffff-0000-4000-8000-000000000002"]
    for number, key in enumerate(ids):
        library.agreements.create(content("x"), title=f"Agreement {number}", actor="", agreement=key)
    assert library.agreements.find(ids[0]).id == ids[0]
    assert library.agreements.find("A1B2C").id == ids[0]
    assert library.agreements.find(" Agreement 1 ").id == ids[1]
    for given in ("Cafe\u0301  Zürich", "Long " + "x" * 400):
        made = library.agreements.create(content("x"), title=given, actor="")
        assert library.agreements.find(given).id == made.id
    with pytest.raises(NotFoundError, match="2 agreements"):
        library.agreements.find("a1b2")
    for words in ("agreement 1", "zzz", ""):
        with pytest.raises(NotFoundError, match="No agreement"):
            library.agreements.find(words)


def test_two_agreements_of_one_title_are_named_by_their_ids(local: Library) -> None:
    for _ in range(2):
        local.agreements.create(content("Same"), title="Same", actor="")
    with pytest.raises(NotFoundError) as refusal:
        local.agreements.find("Same")
    assert all(one.id in refusal.value.hint for one in local.agreements.all())


def test_an_id_is_taken_once(library: Library, agreement: str) -> None:
    with pytest.raises(ConflictError, match="already"):
        library.agreements.create(content("x"), title="x", actor="", agreement=agreement)


@pytest.mark.parametrize("wrong", ["", "../../library", "A" * 36, "a1b2c3d4-0000-4000-8000-00000000000", "x" * 10**6])
def test_only_an_id_is_taken_for_one(local: Library, wrong: str) -> None:
    with pytest.raises(NotAllowedError, match="not the id"):
        local.agreements.create(content("x"), title="x", actor="", agreement=wrong)


def test_a_title_is_one_line_and_cut_but_never_refused(local: Library, local_agreement: str) -> None:
    local.drafts.save(local_agreement, content("long"), seen=1, title="A\x00 long\n" + "word " * 100)
    title = local.agreements.get(local_agreement).title
    assert title.startswith("A long word word")
    assert len(title) == 300
    assert title.endswith("…")


def test_the_status_is_the_lifecycles_word(library: Library, agreement: str) -> None:
    assert library.agreements.set_status(agreement, "signed", "Ines").status == "signed"
    with pytest.raises(NotFoundError):
        library.agreements.set_status("nobody", "signed", "Ines")
    with pytest.raises(NotAllowedError):
        library.agreements.set_status(agreement, "signed", "I" * 301)
    assert library.events.all()[-1].detail == {"status": "signed"}


def test_changes_made_together_are_kept_together(library: Library, agreement: str) -> None:
    def both() -> None:
        with library.together():
            library.agreements.create(content("x"), title="x", actor="")
            library.drafts.save(agreement, content("y"), seen=99, title="y")

    with pytest.raises(ConflictError):
        both()
    assert len(library.agreements.all()) == 1


def test_what_fails_inside_changes_made_together_can_be_passed_over(library: Library, agreement: str) -> None:
    with library.together():
        library.agreements.create(content("x"), title="x", actor="")
        with pytest.raises(ConflictError):
            library.agreements.create(content("y"), title="y", actor="", agreement=agreement)
    assert len(library.agreements.all()) == 2
    assert library.examine().ok
