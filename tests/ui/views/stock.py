"""What lies in the libraries of these tests: agreements in every standing, made through the services.

Signatures are recorded directly, because signing real PDFs is tried elsewhere and takes seconds.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from workbench.agreement.lifecycle import required_roles
from workbench.agreement.model import Agreement
from workbench.agreement.sections.teams import Participant
from workbench.agreement.templates import started_on, template
from workbench.agreement.workshop import SectionState
from workbench.base.clock import FixedClock
from workbench.services.import_order import ImportOptions
from workbench.services.workbench import Workbench, open_workbench
from workbench.storage.records.signing import NewSignature

PEOPLE = ("Elena Marsh", "Tomás Rivera", "Daniel Okafor", "Priya Nair", "Ingrid Sommer", "Sam Whitaker")


def content(company: str, title: str, begins: dt.date, review: dt.date | None = None, chosen: str = "b2b") -> Agreement:
    """An agreement nobody has to add anything to."""
    made = started_on(template(chosen).agreement, begins)
    people = tuple(_named(one, name) for one, name in zip(made.teams.participants, PEOPLE, strict=False))
    people += made.teams.participants[len(people) :]
    teams = dataclasses.replace(
        made.teams, company=company, participants=people, review_date=review or made.teams.review_date
    )
    return dataclasses.replace(made, title=title, teams=teams)


def _named(person: Participant, name: str) -> Participant:
    return dataclasses.replace(person, name=name)


def agreed(made: Agreement, *sections: str) -> Agreement:
    """The agreement after the room has agreed on some sections."""
    states = tuple(SectionState(key=name, state="agreed") for name in sections)
    return dataclasses.replace(made, workshop=dataclasses.replace(made.workshop, sections=states))


def put(workbench: Workbench, made: Agreement) -> str:
    """A draft; answers its id."""
    return workbench.shelf.create_from(made)


def put_version(workbench: Workbench, made: Agreement, note: str = "As agreed in the room", signed: int = -1) -> str:
    """An agreement with a version, signed by so many of its required roles; by all of them where below 0."""
    agreement = put(workbench, made)
    save_signed(workbench, agreement, note, signed)
    return agreement


def save_signed(workbench: Workbench, agreement: str, note: str, signed: int = -1) -> None:
    """Save the draft as a version and record signatures of it."""
    saved = workbench.versions.save(agreement, note)
    assert saved.blocking == ()
    roles = required_roles(workbench.versions.content(agreement))
    chosen = roles if signed < 0 else roles[:signed]
    at = workbench.versions.header(agreement).at
    for number, role in enumerate(chosen):
        new = NewSignature(role, PEOPLE[number], f"p{number}@example.com", at, f"{number:02x}" * 32)
        workbench._library.signatures.record(saved.header.hash, b"%PDF-1.7 signed", [new], actor="Ana")
    if chosen:
        word = "signed" if len(chosen) == len(roles) else "for_signature"
        workbench._library.agreements.set_status(agreement, word, "Ana")


def leads_csv(path: Path, first: dt.date, days: int, each_day: int, accepted_every: int = 1) -> Path:
    """A CRM export: so many leads a day, handed over at once, touched in ten minutes, accepted mostly."""
    lines = ["Lead ID,Created,MQL date,Handed over,First contact,Accepted,Rejected,Source,Tier"]
    for day in range(days):
        on = first + dt.timedelta(days=day)
        if on.weekday() > 4:
            continue
        for number in range(each_day):
            stamp = f"{on} 10:{number % 50:02d}"
            good = number % accepted_every == 0
            lines.append(
                f"L{day}-{number},{stamp},{stamp},{stamp},{on} 11:{number % 50:02d},"
                f"{f'{on} 15:00' if good else ''},{'' if good else f'{on} 15:00'},Demo request,A"
            )
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def with_data(workbench: Workbench, agreement: str, file: Path, until: dt.date) -> None:
    """Import a file for an agreement."""
    workbench.actuals.import_file(agreement, file, ImportOptions(as_of=until.isoformat()))


_full: dict[dt.datetime, Path] = {}


def put_full_library(place: str, clock: FixedClock, factory: pytest.TempPathFactory) -> None:
    """The full library as one of the test's own; made once in a run for each moment, and copied."""
    if clock.moment not in _full:
        folder = factory.mktemp("full")
        first = folder / "library.sla"
        with open_workbench(str(first), clock=clock, person="Ana") as workbench:
            full_library(workbench, clock, folder)
        _full[clock.moment] = first
    shutil.copy(_full[clock.moment], place)


def full_library(workbench: Workbench, clock: FixedClock, folder: Path) -> None:
    """Eight agreements in every standing, as somebody who has worked for a while would have them."""
    now = clock.moment
    day = now.date()

    def at(days_ago: int, do: Callable[[], object]) -> object:
        clock.moment = now - dt.timedelta(days=days_ago, hours=2)
        found = do()
        clock.moment = now
        return found

    names = ("teams", "goals", "buyer", "common_language")
    year = day.year
    sheet = leads_csv(folder / "leads.csv", dt.date(year, 10, 1), 31, 20)
    weak = leads_csv(folder / "weak.csv", dt.date(year, 10, 1), 31, 20, accepted_every=3)
    at(130, lambda: put_version(
        workbench, content("Litware Energy", "Sales and marketing 2025", dt.date(year - 1, 7, 1))
    ))  # fmt: skip
    at(19, lambda: put(workbench, agreed(content("Proseware", "Mid-market, Iberia", dt.date(year + 1, 1, 1)))))
    world = at(12, lambda: put_version(
        workbench, content("Wide World Importers", "Agency and client", dt.date(year, 9, 1), chosen="agency")
    ))  # fmt: skip
    works = at(5, lambda: put_version(
        workbench, content("Adventure Works", "Product-led sign-ups", dt.date(year, 7, 1), dt.date(year + 1, 1, 4))
    ))  # fmt: skip
    at(4, lambda: put_version(
        workbench, content("Tailspin Logistics", "Field events, partners", dt.date(year + 1, 1, 1)), signed=1
    ))  # fmt: skip
    fabrikam = at(3, lambda: put_version(
        workbench, content("Fabrikam Medical", "Hospital segment", dt.date(year, 4, 1), dt.date(year + 1, 1, 15))
    ))  # fmt: skip
    contoso = at(1, lambda: put_version(
        workbench, content("Contoso Robotics", "Inbound leads, DACH", dt.date(year - 1, 12, 1),
                           day + dt.timedelta(days=4))
    ))  # fmt: skip
    at(0, lambda: put(
        workbench, agreed(content("Northwind Traders", "Sales and marketing 2027", dt.date(year + 1, 1, 1)), *names)
    ))  # fmt: skip
    for agreement, file in ((works, sheet), (contoso, sheet), (fabrikam, weak)):
        at(6, lambda agreement=agreement, file=file: with_data(workbench, str(agreement), file, dt.date(year, 10, 31)))  # type: ignore[misc]  # bound per agreement
    at(6, lambda: with_data(workbench, str(world), sheet, dt.date(year, 9, 30)))
