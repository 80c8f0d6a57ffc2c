"""A library in which everything has happened once, made by the services; tests copy it and go on from there.

Made once in a run, because signing takes seconds.
"""

from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from workbench.base.clock import FixedClock
from workbench.base.places import resource
from workbench.services.exchange import content_of
from workbench.services.keys import make_identity, open_identity_file
from workbench.services.workbench import Workbench, open_workbench

NOON = dt.datetime(2026, 6, 15, 12, 0, tzinfo=dt.UTC)
PASSPHRASE = "four words are better"
PEOPLE = {"Marketing lead": ("Marta Lindgren", "marta"), "Sales lead": ("Femke de Vries", "femke")}
LIBRARY = "library.sla"

LEADS = """\
Lead ID,E-mail,Person,Lead source,Tier,Created,Qualified,Handed over,First touch,Accepted,Rejected,Reject reason,Attempts
L-1,a@one.example,Ann One,Webinar,B,2026-01-05 09:00,2026-01-05 09:30,2026-01-05 09:40,2026-01-05 10:10,2026-01-06 09:00,,,4
L-2,b@two.example,Bob Two,Demo request,A,2026-01-05 10:00,2026-01-05 10:05,2026-01-05 10:15,2026-01-05 10:30,,2026-01-07 11:00,Too early,2
L-3,c@three.example,Cyd Three,Content,C,2026-01-06 08:00,2026-01-06 09:00,2026-01-06 09:20,2026-01-12 09:30,2026-01-08 15:00,,,3
L-4,d@four.example,Dee Four,Demo request,A,2026-01-07 08:40,2026-01-07 08:45,2026-01-07 09:00,2026-01-07 11:00,2026-01-07 16:00,,,5
L-5,e@five.example,Eli Five,Newsletter,C,2026-01-08 13:00,2026-01-08 13:10,2026-01-08 13:30,,,,,
"""  # noqa: E501  (a table)


@dataclass(frozen=True)
class Prepared:
    """What was made, in a folder nobody writes to.

    Attributes:
        folder: Holds the library, `leads.csv`, the identities, `blank.pdf`, `one.pdf`, `both.pdf`, `bundle.slaw`.
        agreement: Id of the practice agreement: two versions, the first one signed by both, five leads imported.
        other: Id of an agreement of which only the title is filled.
    """

    folder: Path
    agreement: str
    other: str

    def copied(self, target: Path) -> Path:
        """The library as a file of the test's own."""
        target.mkdir(parents=True, exist_ok=True)
        return Path(shutil.copy(self.folder / LIBRARY, target / LIBRARY))

    def file(self, name: str) -> Path:
        """One of its files."""
        return self.folder / name


_made: list[Prepared] = []


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """The library in which everything has happened once."""
    if not _made:
        _made.append(prepare(tmp_path_factory.mktemp("prepared"), FixedClock(NOON)))
    return _made[0]


def prepare(folder: Path, clock: FixedClock) -> Prepared:
    """Do everything once."""
    leads = folder / "leads.csv"
    leads.write_text(LEADS, "utf-8")
    with open_workbench(str(folder / LIBRARY), clock=clock, person="Samir Haddad") as bench:
        agreement = bench.shelf.create_from(content_of(resource("practice", "agreement.json")))
        other = bench.shelf.create("Something else")
        bench.versions.save(agreement, "As agreed in the room")
        bench.publishing.pdf(agreement, folder / "blank.pdf")
        _sign(bench, agreement, folder, clock)
        clock.advance(days=1)
        bench.drafting.set(agreement, "follow_up.tiers[a].share", "0.9")
        bench.versions.save(agreement, "Tier A at 90 percent")
        bench.exchange.bundle(agreement, folder / "bundle.slaw")
        bench.actuals.import_file(agreement, leads)
    return Prepared(folder, agreement, other)


def _sign(bench: Workbench, agreement: str, folder: Path, clock: FixedClock) -> None:
    data = (folder / "blank.pdf").read_bytes()
    for role, file in zip(PEOPLE, ("one.pdf", "both.pdf"), strict=True):
        name, short = PEOPLE[role]
        make_identity(name, f"{short}@brackwald.example", PASSPHRASE, folder / f"{short}.p12", clock)
        identity = open_identity_file(folder / f"{short}.p12", PASSPHRASE, clock)
        data = bench.signing.sign(data, role, identity).data
        (folder / file).write_bytes(data)
        clock.advance(minutes=10)
    (folder / "passphrase.txt").write_text(PASSPHRASE + "\n", "utf-8")
    bench.signing.receive(agreement, data)
