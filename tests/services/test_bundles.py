"""Bundles: an agreement with its history in another library is the same; a hostile one is refused in one sentence."""

from __future__ import annotations

import dataclasses
import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from tests.services.prepared import Prepared
from workbench.agreement.version import VersionHeader
from workbench.base.clock import FixedClock
from workbench.base.errors import WorkbenchError
from workbench.services.bundle_file import bundle_bytes, read_bundle
from workbench.services.workbench import Workbench, open_workbench

Parts: TypeAlias = dict[str, bytes]


# There and back


def test_another_library_holds_the_same_versions_after_opening_it(
    bench: Workbench, empty: Workbench, prepared: Prepared
) -> None:
    opened = empty.exchange.open(prepared.file("bundle.slaw"))
    assert (opened.agreement, opened.added, opened.known, opened.outcome) == (prepared.agreement, 2, 0, "new")
    ours, theirs = bench.versions.history(prepared.agreement), empty.versions.history(prepared.agreement)
    assert [one.hash for one in ours] == [one.hash for one in theirs]
    assert ours == theirs
    for header in theirs:
        assert empty.versions.data(header) == bench.versions.data(header)
    assert empty.drafting.read(prepared.agreement).agreement == bench.drafting.read(prepared.agreement).agreement
    assert empty.keeping.examine().ok


def test_a_bundle_of_it_is_the_same_file(empty: Workbench, prepared: Prepared, tmp_path: Path) -> None:
    empty.exchange.open(prepared.file("bundle.slaw"))
    made = empty.exchange.bundle(prepared.agreement, tmp_path / "again.slaw")
    assert (tmp_path / "again.slaw").read_bytes() == prepared.file("bundle.slaw").read_bytes()
    assert made.sha256 == hashlib.sha256(prepared.file("bundle.slaw").read_bytes()).hexdigest()


def test_opening_it_again_changes_nothing(empty: Workbench, prepared: Prepared) -> None:
    empty.exchange.open(prepared.file("bundle.slaw"))
    again = empty.exchange.open(prepared.file("bundle.slaw"))
    assert (again.added, again.known, again.outcome) == (0, 2, "same")


def test_versions_that_go_on_are_added_and_older_ones_are_known(
    empty: Workbench, prepared: Prepared, tmp_path: Path, clock: FixedClock
) -> None:
    empty.exchange.open(prepared.file("bundle.slaw"))
    with open_workbench(str(prepared.copied(tmp_path / "colleague")), clock=clock) as colleague:
        colleague.drafting.set(prepared.agreement, "volumes.ceiling", 310)
        clock.advance(minutes=1)
        colleague.versions.save(prepared.agreement, "A higher ceiling")
        colleague.exchange.bundle(prepared.agreement, tmp_path / "newer.slaw")
    forward = empty.exchange.open(tmp_path / "newer.slaw")
    assert (forward.added, forward.known, forward.outcome) == (1, 2, "forward")
    assert empty.versions.content(prepared.agreement).volumes.ceiling == 310
    behind = empty.exchange.open(prepared.file("bundle.slaw"))
    assert (behind.added, behind.outcome) == (0, "behind")
    assert len(empty.versions.history(prepared.agreement)) == 3


def test_two_lines_that_both_went_on_are_kept_side_by_side(
    empty: Workbench, prepared: Prepared, tmp_path: Path, clock: FixedClock
) -> None:
    empty.exchange.open(prepared.file("bundle.slaw"))
    with open_workbench(str(prepared.copied(tmp_path / "colleague")), clock=clock) as colleague:
        colleague.versions.save(prepared.agreement, "Theirs")
        colleague.exchange.bundle(prepared.agreement, tmp_path / "theirs.slaw")
    clock.advance(minutes=5)
    mine = empty.versions.save(prepared.agreement, "Mine").header
    opened = empty.exchange.open(tmp_path / "theirs.slaw")
    assert (opened.added, opened.outcome) == (1, "diverged")
    assert empty.versions.header(prepared.agreement) == mine
    assert empty.keeping.examine().ok


# A draft with changes of its own; lines that met before


class Colleagues:
    """The same agreement, version 1 alike, in two libraries."""

    def __init__(self, here: Workbench, there: Workbench, folder: Path, clock: FixedClock) -> None:
        self.folder, self.clock = folder, clock
        self.agreement = here.shelf.create("Alliance", "b2b")
        self.version(here)
        there.exchange.open(self.sent(here))

    def version(self, of: Workbench, **changed: str) -> VersionHeader:
        """Save a version with another company or title."""
        self.clock.advance(minutes=1)
        self.typed(of, **changed)
        return of.versions.save(self.agreement, "Changed").header

    def typed(self, of: Workbench, **changed: str) -> None:
        """Change the company or the title of a draft."""
        for path, value in changed.items():
            of.drafting.set(self.agreement, path.replace("__", "."), value)

    def says(self, of: Workbench) -> tuple[str, str]:
        """Title and company of a draft."""
        content = of.drafting.read(self.agreement).agreement
        return content.title, content.teams.company

    def sent(self, of: Workbench) -> Path:
        target = self.folder / "sent.slaw"
        of.exchange.bundle(self.agreement, target)
        return target


@pytest.fixture
def other(tmp_path: Path, clock: FixedClock) -> Iterator[Workbench]:
    with open_workbench(str(tmp_path / "other.sla"), clock=clock, person="Bo") as opened:
        yield opened


@pytest.fixture
def two(empty: Workbench, other: Workbench, tmp_path: Path, clock: FixedClock) -> Colleagues:
    return Colleagues(empty, other, tmp_path, clock)


def test_a_draft_with_changes_of_its_own_goes_on_with_theirs_and_saving_it_reverts_nothing(
    two: Colleagues, empty: Workbench, other: Workbench
) -> None:
    theirs = two.version(other, teams__company="Theirs")
    two.typed(empty, title="Mine")
    opened = empty.exchange.open(two.sent(other))
    assert (opened.outcome, opened.joined, opened.conflicts) == ("forward", True, ())
    assert two.says(empty) == ("Mine", "Theirs")
    assert empty.drafting.read(two.agreement).base == theirs.hash
    assert empty.drafting.former(two.agreement, empty.drafting.former_states(two.agreement)[0].revision).title == "Mine"
    saved = two.version(empty)
    assert saved.parents == (theirs.hash,)
    assert two.says(empty) == ("Mine", "Theirs")

    empty.versions.restore(two.agreement, 1)  # begins from an old version on purpose
    two.version(other, title="Again")
    assert empty.exchange.open(two.sent(other)).outcome == "diverged"
    assert empty.keeping.examine().ok


def test_a_restored_old_version_is_still_what_the_draft_says_after_theirs_goes_on(
    two: Colleagues, empty: Workbench, other: Workbench
) -> None:
    two.version(empty, teams__company="Second")
    other.exchange.open(two.sent(empty))
    empty.versions.restore(two.agreement, 1)
    was = two.says(empty)[1]
    two.version(other, title="Theirs")
    assert empty.exchange.open(two.sent(other)).joined
    assert two.says(empty) == ("Theirs", was)


def test_a_place_of_the_draft_that_they_changed_too_keeps_their_version_beside_until_it_is_merged(
    two: Colleagues, empty: Workbench, other: Workbench
) -> None:
    two.version(other, teams__company="Theirs")
    two.typed(empty, teams__company="Mine")
    opened = empty.exchange.open(two.sent(other))
    assert (opened.outcome, [one.path for one in opened.conflicts]) == ("diverged", ["teams.company"])
    assert two.says(empty)[1] == "Mine"
    mine = two.version(empty)
    assert mine.number == 2
    answer = empty.merging.merge(two.sent(other))
    assert (answer.outcome, [one.path for one in answer.conflicts]) == ("conflicts", ["teams.company"])
    merged = empty.merging.merge(two.sent(other), "theirs").version
    assert merged is not None
    assert (merged.number, merged.parents[0], two.says(empty)[1]) == (3, mine.hash, "Theirs")
    assert empty.keeping.examine().ok


def test_a_draft_taken_back_goes_on_with_what_was_kept_beside(
    two: Colleagues, empty: Workbench, other: Workbench
) -> None:
    was = two.says(empty)[1]
    theirs = two.version(other, teams__company="Theirs")
    two.typed(empty, teams__company="Mine")
    empty.exchange.open(two.sent(other))
    two.typed(empty, teams__company=was)
    again = empty.exchange.open(two.sent(other))
    assert (again.added, again.outcome) == (0, "forward")
    assert two.says(empty)[1] == "Theirs"
    assert empty.versions.history(two.agreement)[-1] == theirs
    assert empty.keeping.examine().ok


def test_a_draft_that_came_without_its_version_goes_on_from_the_one_it_began_as(
    two: Colleagues, empty: Workbench, bench: Workbench
) -> None:
    """As from a signed PDF, which carries one version's content and no history."""
    bench.shelf.create_from(empty.versions.content(two.agreement), agreement=two.agreement)
    two.typed(bench, title="Mine")
    theirs = two.version(empty, teams__company="Theirs")
    opened = bench.exchange.open(two.sent(empty))
    assert (opened.outcome, opened.added, opened.joined) == ("forward", 2, True)
    assert two.says(bench) == ("Mine", "Theirs")
    assert bench.versions.header(two.agreement) == theirs
    assert bench.keeping.examine().ok


def test_a_list_that_would_be_too_long_together_keeps_theirs_beside(
    two: Colleagues, empty: Workbench, other: Workbench
) -> None:
    terms = [{"key": f"{side}{number}"} for side in "ab" for number in range(300)]
    other.drafting.set(two.agreement, "common_language.glossary", terms[:300])
    two.version(other)
    empty.drafting.set(two.agreement, "common_language.glossary", terms[300:])
    opened = empty.exchange.open(two.sent(other))
    assert (opened.outcome, opened.conflicts) == ("diverged", ())
    assert len(empty.drafting.read(two.agreement).agreement.common_language.glossary) == 300


def test_lines_that_took_each_other_in_and_met_differently_never_pick_a_side_in_silence(
    two: Colleagues, empty: Workbench, other: Workbench
) -> None:
    two.version(empty, teams__company="Mine")
    two.version(other, teams__company="Theirs")
    mine = two.folder / "mine.slaw"
    empty.exchange.bundle(two.agreement, mine)
    empty.merging.merge(two.sent(other), "ours")
    other.merging.merge(mine, "ours")
    answer = empty.merging.merge(two.sent(other))
    assert (answer.outcome, [one.path for one in answer.conflicts]) == ("conflicts", ["teams.company"])
    assert (answer.conflicts[0].ours, answer.conflicts[0].theirs) == ("Mine", "Theirs")
    assert empty.merging.merge(two.sent(other), "theirs").outcome == "merged"
    assert two.says(empty)[1] == "Theirs"


# Hostile ones


def parts_of(data: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Parts) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def edited(parts: Parts, edit: Callable[[dict[str, Any]], None]) -> bytes:
    """The bundle with another manifest, written canonically."""
    import rfc8785

    manifest = json.loads(parts["manifest.json"])
    edit(manifest)
    return zipped(parts | {"manifest.json": rfc8785.dumps(manifest)})


def text_edited(parts: Parts, old: str, new: str) -> bytes:
    """The bundle with other bytes in its manifest."""
    assert old.encode() in parts["manifest.json"]
    return zipped(parts | {"manifest.json": parts["manifest.json"].replace(old.encode(), new.encode(), 1)})


def with_content(parts: Parts, change: Callable[[bytes], bytes]) -> bytes:
    """The bundle with another draft, under the hash it really has."""
    draft = json.loads(parts["manifest.json"])["draft"]
    content = change(parts[f"contents/{draft}.json"])
    sha256 = hashlib.sha256(content).hexdigest()
    return edited(parts | {f"contents/{sha256}.json": content}, lambda manifest: manifest.update(draft=sha256))


def twice(parts: Parts) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("manifest.json", parts["manifest.json"])
    return out.getvalue()


def bomb(parts: Parts) -> bytes:
    return zipped(parts | {f"contents/{'0' * 64}.json": b" " * (8 << 20)})


def lying(parts: Parts) -> bytes:
    """Says in its table of contents that a part is smaller than it is."""
    data = bytearray(zipped(parts | {f"contents/{'0' * 64}.json": bytes(range(256)) * 4000}))
    place = data.rfind(b"PK\x01\x02")
    data[place + 24 : place + 28] = (10).to_bytes(4, "little")
    return bytes(data)


def encrypted(parts: Parts) -> bytes:
    data = bytearray(zipped(parts))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(mark) + offset] |= 1
    return bytes(data)


def another_content_under_its_name(parts: Parts) -> bytes:
    name = next(name for name in parts if name.startswith("contents/"))
    return zipped(parts | {name: parts[name].replace(b"Brackwald", b"Bruckwald", 1)})


def another_message(parts: Parts) -> bytes:
    return edited(parts, lambda manifest: manifest["versions"][0].update(message="Never said"))


def without(key: str) -> Callable[[Parts], bytes]:
    return lambda parts: edited(parts, lambda manifest: manifest.pop(key) and None)


def surrogate_content(content: bytes) -> bytes:
    return content.replace(b'"title":"Brackwald', b'"title":"\\ud800Brackwald', 1)


NAMED = ("format", "min_reader", "agreement", "title", "head", "versions", "draft")
HOSTILE: dict[str, Callable[[Parts], bytes]] = {
    "not a zip": lambda _: b"PK\x03\x04 and then nothing of the kind",
    "empty": lambda _: b"",
    "an empty zip": lambda _: zipped({}),
    "truncated": lambda parts: zipped(parts)[: len(zipped(parts)) // 2],
    "a file outside": lambda parts: zipped(parts | {"../../evil.json": b"{}"}),
    "an absolute file": lambda parts: zipped(parts | {"/etc/passwd": b"{}"}),
    "a file of Windows": lambda parts: zipped(parts | {"..\\evil.json": b"{}"}),
    "a file nobody names": lambda parts: zipped(parts | {"readme.txt": b"hello"}),
    "a folder": lambda parts: zipped(parts | {"contents/": b""}),
    "a part twice": twice,
    "a bomb": bomb,
    "a part larger than it says": lying,
    "an encrypted part": encrypted,
    "a content that is not what its name says": another_content_under_its_name,
    "a version that is not what its hash says": another_message,
    "a content that is missing": lambda parts: zipped(
        {name: content for name, content in parts.items() if name == "manifest.json"}
    ),
    "no manifest": lambda parts: zipped({name: one for name, one in parts.items() if name != "manifest.json"}),
    "a manifest of something else": lambda parts: edited(parts, lambda one: one.update(format="other")),
    "a manifest that is a list": lambda parts: zipped(parts | {"manifest.json": b"[]"}),
    "a manifest that is no JSON": lambda parts: zipped(parts | {"manifest.json": b"{"}),
    "a manifest nested without end": lambda parts: zipped(parts | {"manifest.json": b"[" * 100_000}),
    "a key twice in the manifest": lambda parts: text_edited(parts, '"v":1', '"v":1,"v":1'),
    "NaN in the manifest": lambda parts: text_edited(parts, '"min_reader":1', '"min_reader":NaN'),
    "half a surrogate in the title": lambda parts: text_edited(parts, '"title":"', '"title":"\\ud800'),
    "half a surrogate in a message": lambda parts: text_edited(parts, '"message":"', '"message":"\\udfff'),
    "a number without end": lambda parts: text_edited(parts, '"seq":1', f'"seq":{10**40}'),
    "a number that is a fraction": lambda parts: text_edited(parts, '"seq":1', '"seq":1.5'),
    "a version before the first": lambda parts: text_edited(parts, '"seq":1', '"seq":-1'),
    "a time outside all years": lambda parts: edited(
        parts, lambda one: one["versions"][0].update(at="0001-01-01T00:00:00+23:59")
    ),
    "a time that is none": lambda parts: text_edited(parts, '"at":"2026', '"at":"soon'),
    "a newer bundle": lambda parts: edited(parts, lambda one: one.update(min_reader=2)),
    "a newer kind of version": lambda parts: edited(parts, lambda one: one["versions"][0].update(v=2)),
    "a newer agreement": lambda parts: with_content(parts, lambda one: one.replace(b'"format":1', b'"format":99')),
    "a key twice in a content": lambda parts: with_content(
        parts, lambda one: one.replace(b'"format":1', b'"format":1,"format":1')
    ),
    "a content with blanks": lambda parts: with_content(parts, lambda one: one.replace(b'"format":1', b'"format": 1')),
    "NaN in a content": lambda parts: with_content(parts, lambda one: one.replace(b'"format":1', b'"format":NaN')),
    "half a surrogate in a content": lambda parts: with_content(parts, surrogate_content),
    "a content with an unknown key": lambda parts: with_content(
        parts, lambda one: one.replace(b'"format":1', b'"format":1,"forms":1')
    ),
    "no version": lambda parts: edited(parts, lambda one: one.update(versions=[])),
    "versions that are an object": lambda parts: edited(parts, lambda one: one.update(versions={"a": 1})),
    "a head nobody knows": lambda parts: edited(parts, lambda one: one.update(head="0" * 64)),
    "versions of another agreement": lambda parts: edited(parts, lambda one: one.update(agreement="another")),
    "a title that is a number": lambda parts: edited(parts, lambda one: one.update(title=5)),
    "a title without end": lambda parts: edited(parts, lambda one: one.update(title="x" * 100_000)),
    **{f"without {key}": without(key) for key in NAMED},
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_bundle_is_refused_in_one_sentence_and_nothing_is_taken_in(
    empty: Workbench, prepared: Prepared, tmp_path: Path, name: str
) -> None:
    path = tmp_path / "hostile.slaw"
    path.write_bytes(HOSTILE[name](parts_of(prepared.file("bundle.slaw").read_bytes())))
    with pytest.raises(WorkbenchError) as refusal:
        empty.exchange.open(path)
    assert refusal.value.message.endswith(".")
    assert "\n" not in str(refusal.value)
    assert len(str(refusal.value)) < 400
    assert empty.shelf.all() == ()
    assert sorted(one.name for one in tmp_path.iterdir() if one.suffix == ".json") == []
    assert not (tmp_path.parent / "evil.json").exists()


def test_a_hostile_bundle_of_a_known_agreement_changes_nothing_either(
    bench: Workbench, prepared: Prepared, tmp_path: Path
) -> None:
    before = bench.versions.history(prepared.agreement)
    path = tmp_path / "hostile.slaw"
    for name in ("a version that is not what its hash says", "a head nobody knows", "a newer agreement"):
        path.write_bytes(HOSTILE[name](parts_of(prepared.file("bundle.slaw").read_bytes())))
        with pytest.raises(WorkbenchError):
            bench.exchange.open(path)
    assert bench.versions.history(prepared.agreement) == before
    assert bench.keeping.examine().ok


def test_a_version_whose_parent_was_left_out_is_refused(empty: Workbench, prepared: Prepared, tmp_path: Path) -> None:
    bundle = read_bundle(prepared.file("bundle.slaw").read_bytes())
    path = tmp_path / "orphan.slaw"
    path.write_bytes(bundle_bytes(dataclasses.replace(bundle, versions=bundle.versions[1:])))
    with pytest.raises(WorkbenchError, match="descends from"):
        empty.exchange.open(path)
    assert empty.shelf.all() == ()


def test_a_bundle_is_never_too_large_to_be_refused(empty: Workbench, tmp_path: Path) -> None:
    path = tmp_path / "large.slaw"
    with path.open("wb") as file:
        file.truncate(65 << 20)
    with pytest.raises(WorkbenchError, match="larger than 64 MB"):
        empty.exchange.open(path)
