"""A library with one of everything in it, and small lead logs. Used by the tests and by the maker of stored files."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from tests.support.columns import amounts_column, stamps_column, words_column
from workbench.base.clock import FixedClock
from workbench.fields.codec import canonical
from workbench.storage.library import Library
from workbench.storage.records.entries import Said
from workbench.storage.records.imports import NewBatch, NewTotal
from workbench.storage.records.signing import NewSignature
from workbench.tracking.leads import LeadLog

NOON = dt.datetime(2026, 11, 21, 12, 0, tzinfo=dt.UTC)
FINGERPRINTS = ("ab" * 32, "cd" * 32)
PDF = b"%PDF-1.7 signed by two"
EXPORT = b"PK an export"
SAID = Said("Seen in the report of November.", "Mara Lindt", "Sven Okafor")
MAPPING = {"sheet": "Leads", "columns": {"Create Date": "created_at"}, "header_row": 3}


def content(title: str, **more: object) -> bytes:
    """Canonical JSON of something like an agreement."""
    return canonical({"format": 1, "title": title, **more})


def leads(*people: str, touched: int | None = None) -> LeadLog:
    """A lead log of some people, with a column of each kind."""
    return LeadLog(
        [f"email:{person}@example.com" for person in people],
        {
            "email": words_column(f"{person}@example.com" for person in people),
            "first_touch_at": stamps_column(touched for _ in people),
            "amount": amounts_column(Decimal(100 + index) for index, _ in enumerate(people)),
            "custom:Colour": words_column("green" if index % 2 else None for index, _ in enumerate(people)),
        },
    )


def batch(**changes: object) -> NewBatch:
    """What is said about an import."""
    problem = {"sheet": "Leads", "row": 7, "column": "Amount", "value": "-5", "reason": "A negative amount."}
    values = {
        "source_name": "export.xlsx", "mapping": MAPPING, "as_of": NOON, "added": 2, "updated": 0, "unchanged": 0,
        "rejected": 1, "skipped": 3, "problems": (problem,),
    }  # fmt: skip
    return NewBatch(**{**values, **changes})  # type: ignore[arg-type]  # a mapping of mixed values


def fill(library: Library, clock: FixedClock) -> str:
    """Put one of everything into an open library; answers the id of the agreement.

    Every table gets a row. One transaction, because many tests wait for it.
    """
    with library.together():
        return _fill(library, clock)


def _fill(library: Library, clock: FixedClock) -> str:
    one = library.agreements.create(content("Sales and marketing 2027"), title="Sales and marketing 2027", actor="Ines")
    clock.advance(minutes=1)
    saved = library.drafts.save(one.id, content("Sales and marketing 2028"), seen=1, title="Sales and marketing 2028")
    clock.advance(minutes=1)
    draft = library.drafts.get(one.id)
    first = library.versions.save(
        one.id, draft.content, seen="", kind="saved", author="Ines", message="First round", doc_schema=1
    )
    clock.advance(minutes=10)
    second_content = content("Sales and marketing 2028", goals={"vision": "Größer – zusammen 😀"})
    library.drafts.save(one.id, second_content, seen=saved.revision, title="Sales and marketing 2028")
    second = library.versions.save(
        one.id, second_content, seen=first.hash, kind="for_signature", author="Ines", message="", doc_schema=1,
        status="for_signature",
    )  # fmt: skip
    library.pins.remember("Marketing lead", "Mara@Example.com", "Mara Lindt", FINGERPRINTS[0], actor="Ines")
    library.signatures.record(
        second.hash,
        PDF,
        [
            NewSignature("Marketing lead", "Mara Lindt", "mara@example.com", clock.now(), FINGERPRINTS[0]),
            NewSignature("Sales lead", "Sven Okafor", "", clock.now(), "", "paper"),
        ],
        actor="Ines",
    )
    totals = (NewTotal("cac", "2026-10", Decimal("1200.50"), "Sheet Monthly"),)
    library.actuals.add(
        one.id, leads("ana", "bo"), batch(), source=EXPORT, media_type="application/vnd.ms-excel", actor="Ines",
        totals=totals,
    )  # fmt: skip
    library.actuals.add(
        one.id, leads("bo", "cy", touched=1_700_000_000), batch(as_of=dt.date(2026, 11, 20), problems=()),
        source=EXPORT, media_type="application/vnd.ms-excel", actor="Ines",
    )  # fmt: skip
    library.actuals.undo(one.id, 2, "Ines")
    library.totals.add(one.id, "churn", "2026-Q4", Decimal("0.025"), SAID)
    library.attestations.add(one.id, "k7", dt.date(2026, 11, 3), SAID, pieces=2)
    library.overrides.add(one.id, "email:ana@example.com", "follow_up.tiers[k1]", "excluded", SAID)
    library.profiles.save("HubSpot contacts", "f" * 64, MAPPING)
    library.settings.set("facilitator", "Ines")
    library.workshops.save(one.id, "preparation", b'{"place":"Berlin"}', seen=0)
    clock.advance(seconds=1)
    return one.id
