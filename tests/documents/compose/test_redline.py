"""The comparison of two versions: what is told as a number, what as text, and that nothing that differs is left out."""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from tests.support.trees import trees
from workbench.agreement.contents import SECTIONS
from workbench.agreement.model import FORMAT, Agreement
from workbench.agreement.templates import template
from workbench.agreement.version import VersionHeader
from workbench.base.language import language
from workbench.documents.blocks import Clause, Document, Grid, Note, Opening, Subheading, plain
from workbench.documents.compose.changes import Compared
from workbench.documents.compose.redline import compose_redline
from workbench.documents.pdf import render
from workbench.fields.change import diff
from workbench.fields.codec import canonical, content_hash
from workbench.fields.path import put
from workbench.fields.value import Duration


def version(agreement: Agreement, number: int) -> Compared:
    header = VersionHeader(
        agreement="a" * 32, number=number, parents=(), content_hash=content_hash(canonical(agreement)),
        doc_schema=FORMAT, kind="for_signature", author="Samir Haddad", message=f"Because {number}",
        at=dt.datetime(2026, 6, 15, 12, tzinfo=dt.UTC),
    )  # fmt: skip
    return Compared(header, agreement, 2 if number == 1 else 0, 2)


def compare(before: Agreement, after: Agreement) -> Document:
    return compose_redline(version(before, 1), version(after, 2), language())


def with_(agreement: Agreement, **values: Any) -> Agreement:
    for path, value in values.items():
        agreement = put(agreement, path.replace("__", "."), value)
    return agreement


def numbers(document: Document) -> list[tuple[str, ...]]:
    """The rows of the table of numbers as printed."""
    grids = [one for one in document.blocks if isinstance(one, Grid)]
    return [tuple(str(getattr(cell, "text", cell)) for cell in row.cells) for grid in grids for row in grid.rows]


def texts(document: Document) -> dict[str, str]:
    """What changed as text, by where; with the words taken out and put in marked."""
    found = {}
    for one in document.blocks:
        if isinstance(one, Clause):
            assert one.changed
            pieces = [one.words] if isinstance(one.words, str) else one.words
            found[one.title] = "".join(
                piece
                if isinstance(piece, str)
                else f"[{getattr(piece, 'change', '')[:3]} {getattr(piece, 'text', '')}]"
                for piece in pieces
            )
    return found


@pytest.fixture(scope="module")
def b2b() -> Agreement:
    return template("b2b").agreement


def opening(document: Document) -> Opening:
    (one,) = [one for one in document.blocks if isinstance(one, Opening)]
    return one


def test_a_changed_target_is_a_number_and_is_told_once(b2b: Agreement) -> None:
    row = b2b.volumes.volume_targets[0]
    changed = put(b2b, f"volumes.volume_targets[{row.key}].amount", (row.amount or 0) + 25)
    document = compare(b2b, changed)
    (line,) = numbers(document)
    assert line[0] == "M-2"
    assert line[4] == "+25"
    assert texts(document) == {}
    assert plain(opening(document).lead) == "1 number changed. No commitment is new, none was dropped."


def test_a_share_differs_by_points_and_a_time_by_its_unit(b2b: Agreement) -> None:
    tier = b2b.follow_up.tiers[0]
    assert tier.target is not None
    assert tier.share is not None
    path = f"follow_up.tiers[{tier.key}]"
    changed = put(b2b, f"{path}.share", tier.share + Decimal("0.05"))
    changed = put(changed, f"{path}.target", Duration(tier.target.amount + 3, tier.target.unit))
    lines = numbers(compare(b2b, changed))
    assert [line[4] for line in lines] == ["+5 pts", "+3 business minutes"]


def test_a_dropped_promise_and_a_new_one_are_told_as_such(b2b: Agreement) -> None:
    fewer = put(b2b, "volumes.volume_targets", b2b.volumes.volume_targets[1:])
    dropped, added = compare(b2b, fewer), compare(fewer, b2b)
    assert numbers(dropped)[-1][3:] == ("–", "dropped")
    assert numbers(added)[0][2] == "not agreed"
    assert numbers(added)[0][4] == "new"
    assert plain(opening(dropped).lead).endswith("1 commitment was dropped.")
    assert plain(opening(added).lead).endswith("1 commitment is new.")
    assert any("[del " in words for words in texts(dropped).values())  # the whole row stands there too


def test_words_are_compared_word_by_word_and_single_words_stand_apart(b2b: Agreement) -> None:
    before = with_(b2b, goals__autonomy="Sales calls first.", teams__company="Brackwald")
    after = with_(b2b, goals__autonomy="Sales writes first.", teams__company="Northwind")
    assert texts(compare(before, after)) == {
        "Company": "[del Brackwald] [ins Northwind]",
        "What stays separate": "Sales [del calls][ins writes] first.".replace("][", "] ["),
    }


def test_a_removed_text_stands_once_and_is_no_heading(b2b: Agreement) -> None:
    gone = b2b.sign_off.statements[0]
    document = compare(b2b, put(b2b, "sign_off.statements", b2b.sign_off.statements[1:]))
    assert texts(document) == {"Statements": f"[del {gone.text}]"}
    changed = put(b2b, f"sign_off.statements[{gone.key}].text", gone.text + " Twice.")
    (title,) = texts(compare(b2b, changed))
    assert title == "Statements, Statement"


def test_numbers_that_no_commitment_owns_stand_in_the_table_too(b2b: Agreement) -> None:
    changed = put(b2b, "teams.currency", "EUR")
    changed = put(changed, "volumes.revenue_goal", Decimal(2_000_000))
    changed = put(changed, "volumes.marketing_share", Decimal("0.55"))
    before = put(put(b2b, "teams.currency", "EUR"), "volumes.marketing_share", Decimal("0.5"))
    before = put(before, "volumes.revenue_goal", None)
    document = compare(before, changed)
    assert numbers(document) == [
        ("6", "Revenue goal", "–", "€2,000,000", ""),
        ("6", "From marketing", "50%", "55%", "+5 pts"),
    ]
    assert texts(document) == {}


def test_another_order_is_told_as_two_whole_lists(b2b: Agreement) -> None:
    turned = put(b2b, "handoff.rejection_reasons", tuple(reversed(b2b.handoff.rejection_reasons)))
    (words,) = texts(compare(b2b, turned)).values()
    assert words.count("[del ") == words.count("[ins ") == 1
    assert "\n" in words


def test_sections_are_named_in_order_and_those_that_stayed_are_listed(b2b: Agreement) -> None:
    changed = put(b2b, "teams.company", "Another")
    document = compare(b2b, changed)
    assert [one.title for one in document.blocks if isinstance(one, Subheading)] == ["Text", "1\u2002Teams and scope"]
    (note,) = [one for one in document.blocks if isinstance(one, Note)]
    assert plain(note.words).count(",") == len(SECTIONS) - 2
    assert "Teams and scope" not in plain(note.words)


def test_who_signed_stands_at_each_version(b2b: Agreement) -> None:
    facts = opening(compare(b2b, b2b)).facts
    assert "signed by 2 of 2" in plain(facts[0].value)
    assert "signed by 0 of 2" in plain(facts[1].value)
    assert facts[2].value == "Because 2"


def test_versions_that_say_the_same_say_so(b2b: Agreement) -> None:
    document = compare(b2b, b2b)
    assert plain(opening(document).lead) == "The two versions say the same."
    assert len(document.blocks) == 1


@given(trees(Agreement, depth=1), st.data())
@settings(max_examples=25)
def test_every_difference_is_told_and_prints(after: Agreement, data: st.DataObject) -> None:
    before = template("b2b").agreement
    name = data.draw(st.sampled_from([info.name for info in SECTIONS]))
    changed = dataclasses.replace(before, **{name: getattr(after, name)})
    document = compare(before, changed)
    expected = len(diff(before, changed))
    told = sum(isinstance(one, Clause) for one in document.blocks) + len(numbers(document))
    assert told >= expected
    assert render(document, with_fields=False).pages >= 1
