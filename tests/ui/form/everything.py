"""A small tree of declared fields with every kind in it, for tests and pictures of the form system."""

# ruff: noqa: RUF009  (a declaration's helper answers a dataclass field, once, at import)
from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from workbench.base.language import N_, language
from workbench.fields.declare import (
    choice,
    choices,
    code,
    day,
    duration,
    email,
    integer,
    moment,
    money,
    number,
    prose,
    rate,
    reference,
    references,
    rows,
    text,
    texts,
    time,
    yes_no,
)
from workbench.fields.issue import Issue
from workbench.fields.path import walk
from workbench.fields.value import Duration, Row, Shown
from workbench.fields.words import Option
from workbench.ui.form.layouts import Group, Layout, Spot, usual_layout

TEAMS = (Option("marketing", N_("Marketing")), Option("sales", N_("Sales")), Option("both", N_("Both teams")))
PERIODS = tuple(Option(name.lower(), name) for name in ("Week", "Fortnight", "Month", "Quarter", "Half year", "Year"))
CHANNELS = (
    Option("crm", N_("Assignment in the CRM"), N_("Proves the time.")),
    Option("email", N_("E-mail")),
    Option("chat", N_("Chat message")),
    Option("phone", N_("Phone call")),
)
COLUMNS = tuple(
    Option(name.lower().replace(" ", "_"), name)
    for name in (
        "Lead ID", "Person", "E-mail", "Company", "Company size", "Industry", "Country", "Role", "Source", "Campaign",
        "Segment", "Tier", "Score", "Owner",
    )
)  # fmt: skip


@dataclass(frozen=True)
class Person(Row):
    name: str = text(N_("Name"), help=N_("As in the document."), example="Elena Marsh", limit=120, needed=True)
    role: str = text(N_("Role"), help=N_("Job title."), example="Head of Marketing", limit=120)
    team: str = choice(N_("Team"), TEAMS, help=N_("Whom this person speaks for."), example="Marketing")
    email: str = email(N_("E-mail"), help=N_("Ties a signature to the person."), example="elena@northwind.example")


@dataclass(frozen=True)
class Hours(Row):
    weekdays: tuple[str, ...] = choices(
        N_("Weekdays"),
        tuple(Option(name[:3].lower(), name[:3]) for name in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")),
        help=N_("On which days."),
        example="Mon, Tue",
    )
    opens: dt.time | None = time(N_("Opens"), help=N_("Wall clock."), example="09:00")
    closes: dt.time | None = time(N_("Closes"), help=N_("Wall clock."), example="18:00")


@dataclass(frozen=True)
class Holiday(Row):
    date: dt.date | None = day(N_("Day"), help=N_("Closed all day."), example="2027-12-24")
    name: str = text(N_("Name"), help=N_("What it is."), example="Company day", limit=80)


@dataclass(frozen=True)
class Calendar(Row):
    name: str = text(N_("Name"), help=N_("What people call it."), example="Sales, Berlin", limit=120, needed=True)
    time_zone: str = code("time_zone", N_("Time zone"), help=N_("Of its hours."), example="Europe/Berlin")
    country: str = code("country", N_("Country"), help=N_("For public holidays."), example="DE")
    hours: tuple[Hours, ...] = rows(
        Hours, N_("Opening hours"), one=N_("interval"), help=N_("Lunch is a gap."), example="Mon 09:00 to 12:30",
        named_by=("opens",),
    )  # fmt: skip
    holidays: tuple[Holiday, ...] = rows(
        Holiday, N_("Own holidays"), one=N_("holiday"), help=N_("Beyond the public ones."), example="24 December"
    )
    note: str = prose(N_("Note"), help=N_("Anything else."), example="Closed on trade fair days", limit=400)


@dataclass(frozen=True)
class Everything:
    """Every kind of field."""

    title: str = text(N_("Term used in the agreement"), help="What both teams say.", example="Marketing Qualified Lead")
    score: int | None = integer(
        N_("Minimum lead score"), help=N_("Points in the scoring model."), example="65", most=1000, unit=N_("points")
    )
    keeper: str = reference("people", N_("Keeper of the definition"), help=N_("Approves changes."), example="Elena")
    counts_again: bool = yes_no(
        N_("Count re-engaged leads after 90 days of inactivity"), help=N_("Only where the CRM can tell them apart.")
    )
    wording: str = prose(
        N_("Agreed wording"), help=N_("The wording both teams accept."), example="A lead counts when …", needed=True
    )
    contact: str = email(N_("Contact"), help=N_("Asked first."), example="elena@northwind.example")
    regions: tuple[str, ...] = texts(N_("Regions"), help=N_("One a line."), example="Germany; Austria")
    period: str = choice(N_("Judged every"), PERIODS, help=N_("One period of judgement."), example="Month", needed=True)
    team: str = choice(N_("Who promises"), TEAMS, help=N_("The team that answers for it."), example="Marketing")
    channels: tuple[str, ...] = choices(N_("How it passes"), CHANNELS, help=N_("One that proves it."), example="E-mail")
    columns: tuple[str, ...] = choices(N_("Filled at hand-off"), COLUMNS, help=N_("Needed to start."), example="Person")
    currency: str = code("currency", N_("Currency"), help=N_("Of every amount."), example="EUR", needed=True)
    zone: str = code("time_zone", N_("Time zone"), help=N_("Whose wall clock."), example="Europe/Berlin")
    country: str = code("country", N_("Country"), help=N_("For holidays."), example="DE")
    revenue: Decimal | None = money(N_("Revenue goal"), help=N_("Over the plan's length."), example="6,000,000")
    share: Decimal | None = rate(N_("From marketing"), help=N_("Share of that revenue."), example="50%")
    weight: Decimal | None = number(N_("Weight"), help=N_("1 is an ordinary month."), example="1.2")
    within: Duration | None = duration(
        N_("First touch within"), help=N_("In working time."), example="2 business hours"
    )
    starts: dt.date | None = day(N_("In force from"), help=N_("First day that counts."), example="2027-01-01")
    opens: dt.time | None = time(N_("Day begins"), help=N_("On the wall clock."), example="09:00")
    outage: dt.datetime | None = moment(N_("Outage began"), help=N_("On the wall clock."), example="2027-02-01 14:00")
    witnesses: tuple[str, ...] = references("people", N_("Witnesses"), help=N_("Who was there."), example="Elena")
    people: tuple[Person, ...] = rows(
        Person, N_("Participants"), one=N_("person"), help=N_("Everybody who takes part."), example="Elena Marsh"
    )
    calendars: tuple[Calendar, ...] = rows(
        Calendar, N_("Working calendars"), one=N_("calendar"), help=N_("Whose opening hours the clock follows."),
        example="Sales, Berlin",
    )  # fmt: skip


LAYOUT = Layout(
    (
        Group(
            (Spot("title"), Spot("score", "half"), Spot("keeper", "half"), Spot("counts_again")), N_("Definition")
        ),
        Group(
            (Spot("wording"), Spot("team", "half"), Spot("period", "half"), Spot("contact", "half"),
             Spot("regions", "half"), Spot("channels"), Spot("columns")),
            N_("When is a lead “qualified”?"),
            help=N_("Both teams answer separately; then write one wording you can both sign."),
        ),
        Group(
            (Spot("currency", "third"), Spot("zone", "third"), Spot("country", "third"), Spot("revenue", "third"),
             Spot("share", "third"), Spot("weight", "third")),
            N_("Numbers"),
        ),
        Group(
            (Spot("within", "half"), Spot("starts", "half"), Spot("opens", "half"), Spot("outage", "half")),
            N_("Times"),
        ),
        Group((Spot("people"),)),
        Group((Spot("calendars"),)),
        Group((Spot("witnesses"),), N_("How it is judged"), folded=True),
    )
)  # fmt: skip


def layout_of(owner: type) -> Layout:
    """The layout above for the whole, the usual one for its rows."""
    return LAYOUT if owner is Everything else usual_layout(owner)


def shown(root: Everything) -> Shown:
    """In English, in the tree's own currency."""
    return Shown(language=language("en"), currency=root.currency)


def rules(root: Everything) -> tuple[Issue, ...]:
    """What is needed and missing; a share above 80% is doubtful."""
    found = [
        Issue(path, "error", "missing", N_("Needed before signing."))
        for path, field, value in walk(root)
        if field.needed and field.kind.is_empty(value)
    ]
    if root.share is not None and root.share > Decimal("0.8"):
        found.append(Issue("share", "warning", "share", N_("More than 80% from marketing is rarely reached.")))
    if root.score is not None and root.score > 90:
        found.append(
            Issue("score", "error", "score", N_("No lead would qualify with {n} points."), (("n", str(root.score)),))
        )
    return tuple(found)


FILLED = Everything(
    title="Marketing Qualified Lead (MQL)",
    score=65,
    keeper="k1",
    counts_again=True,
    wording="A contact at a target account who asked for a demo, or reached 65 points within 30 days.",
    contact="ops@northwind.example",
    regions=("Germany", "Austria"),
    team="marketing",
    channels=("crm", "chat"),
    columns=("person", "e-mail", "company", "source"),
    currency="EUR",
    zone="Europe/Berlin",
    country="DE",
    revenue=Decimal(6_000_000),
    share=Decimal("0.5"),
    weight=Decimal("1.2"),
    within=Duration(2, "hours"),
    starts=dt.date(2027, 1, 1),
    opens=dt.time(9),
    outage=dt.datetime.combine(dt.date(2027, 2, 1), dt.time(14)),
    witnesses=("k2",),
    people=(
        Person("k1", "Elena Marsh", "Head of Marketing", "marketing", "elena@northwind.example"),
        Person("k2", "Daniel Okafor", "Head of Sales", "sales", "daniel@northwind.example"),
        Person("k3", "Tomás Rivera", "Marketing operations", "marketing"),
    ),
    calendars=(
        Calendar(
            "c1", "Sales, Berlin", "Europe/Berlin", "DE",
            (
                Hours("h1", ("mon", "tue", "wed", "thu", "fri"), dt.time(9), dt.time(12, 30)),
                Hours("h2", ("mon", "tue", "wed", "thu"), dt.time(13, 15), dt.time(18)),
            ),
            (Holiday("d1", dt.date(2027, 12, 24), "Company day"),),
        ),
        Calendar("c2", "Sales, São Paulo", "America/Sao_Paulo", "BR"),
    ),
)  # fmt: skip
