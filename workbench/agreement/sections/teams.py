"""Section 1, teams and scope: who agrees, about what, for how long, in which currency, zone and language."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from workbench.agreement.terms import PEOPLE, SIDES, ScopeFilter
from workbench.base.language import N_
from workbench.fields.declare import choice, code, colour, day, email, picture, prose, reference, rows, text, texts
from workbench.fields.value import Row
from workbench.fields.words import Option

LANGUAGES = (
    Option("en", N_("English")),
    Option("pt_BR", N_("Portuguese (Brazil)")),
    Option("es", N_("Spanish")),
    Option("de", N_("German")),
)
MONTHS = tuple(
    Option(f"{number:02d}", name)
    for number, name in enumerate(
        (
            N_("January"),
            N_("February"),
            N_("March"),
            N_("April"),
            N_("May"),
            N_("June"),
            N_("July"),
            N_("August"),
            N_("September"),
            N_("October"),
            N_("November"),
            N_("December"),
        ),
        1,
    )
)


FORMS = (Option("full", N_("Full")), Option("one_page", N_("One page")))
PAPERS = (Option("A4", N_("A4")), Option("Letter", N_("US Letter")))


@dataclass(frozen=True)
class Participant(Row):
    """A person who takes part."""

    name: str = text(
        N_("Name"), help=N_("As it should stand in the document."), example="Elena Marsh", limit=120, needed=True
    )
    role: str = text(N_("Role"), help=N_("Job title."), example="Head of Marketing", limit=120)
    team: str = choice(
        N_("Team"),
        SIDES,
        help=N_("The team this person speaks for; both for sponsor and facilitator."),
        example="Marketing",
    )
    email: str = email(
        N_("E-mail"),
        help=N_("Ties a signature to the person; never printed."),
        example="elena@northwind.example",
        place="nowhere",
    )


@dataclass(frozen=True)
class Segment(Row):
    """A product line or market segment the agreement covers."""

    name: str = text(N_("Name"), help=N_("What both teams call it."), example="Northwind Cloud", limit=120, needed=True)
    description: str = prose(
        N_("What belongs to it"),
        help=N_("So that nobody argues later whether a lead is inside."),
        example="Hosted plans for 50 to 500 employees",
        limit=600,
    )
    values: tuple[str, ...] = texts(
        N_("In the data"),
        help=N_("How the segment is written in the CRM's segment column."),
        example="Cloud, cloud-mm",
        data_values=True,
    )
    scope: tuple[ScopeFilter, ...] = rows(
        ScopeFilter,
        N_("Also recognised by"),
        one=N_("condition"),
        help=N_("Other columns that must agree as well, such as the country where regions have goals of their own."),
        example="Country is Germany, Austria, Switzerland",
        named_by=("field", "custom_field"),
    )


@dataclass(frozen=True)
class Teams:
    """Who agrees, about what, for how long."""

    company: str = text(
        N_("Company"),
        help=N_("The company both teams work for, or the client."),
        example="Northwind Traders",
        needed=True,
        place="cover",
    )
    reference_number: str = text(
        N_("Reference number"),
        help=N_("Your own number for this agreement; prints in every footer."),
        example="NWT-2027-01",
        limit=40,
        place="cover",
    )
    marketing_name: str = text(
        N_("Name of the marketing team"),
        help=N_("As sentences call it; “Marketing” when left empty."),
        example="Growth team",
        limit=60,
    )
    sales_name: str = text(
        N_("Name of the sales team"),
        help=N_("As sentences call it; “Sales” when left empty."),
        example="Inside sales",
        limit=60,
    )
    participants: tuple[Participant, ...] = rows(
        Participant,
        N_("Participants"),
        one=N_("person"),
        help=N_("Everybody who takes part, owns a promise or signs."),
        example="Elena Marsh, Head of Marketing",
        needed=True,
    )
    marketing_lead: str = reference(
        PEOPLE,
        N_("Marketing lead"),
        help=N_("Answers for what marketing promises."),
        example="Elena Marsh",
        needed=True,
        place="cover",
    )
    sales_lead: str = reference(
        PEOPLE,
        N_("Sales lead"),
        help=N_("Answers for what sales promises."),
        example="Daniel Okafor",
        needed=True,
        place="cover",
    )
    marketing_contact: str = reference(
        PEOPLE,
        N_("Marketing's point of contact"),
        help=N_("Whom sales asks first, day to day."),
        example="Tomás Rivera",
    )
    sales_contact: str = reference(
        PEOPLE, N_("Sales' point of contact"), help=N_("Whom marketing asks first, day to day."), example="Priya Nair"
    )
    segments: tuple[Segment, ...] = rows(
        Segment,
        N_("Products or segments covered"),
        one=N_("segment"),
        help=N_("What the agreement is about; empty for everything. A region with goals of its own is one, too."),
        example="Northwind Cloud",
    )
    regions: tuple[str, ...] = texts(
        N_("Regions covered"),
        help=N_("Countries or regions whose leads count."),
        example="Germany, Austria, Switzerland",
    )
    outside: str = prose(
        N_("Not covered"),
        help=N_("What both teams keep out on purpose, such as renewals or partners."),
        example="Renewals and partner deals",
        limit=1000,
    )
    effective_from: dt.date | None = day(
        N_("In force from"),
        help=N_("First day on which the promises count."),
        example="2027-01-01",
        needed=True,
        place="cover",
    )
    effective_until: dt.date | None = day(
        N_("In force until"),
        help=N_("Last day; leave empty for an agreement that runs until it is ended."),
        example="2027-12-31",
        place="cover",
    )
    review_date: dt.date | None = day(
        N_("First review"),
        help=N_("The day both teams look at the first results."),
        example="2027-02-05",
        needed=True,
        place="cover",
    )
    fiscal_year_start: str = choice(
        N_("Fiscal year begins in"),
        MONTHS,
        help=N_("Only where plans follow a fiscal year other than the calendar's."),
        example="January",
    )
    currency: str = code(
        "currency",
        N_("Currency"),
        help=N_("One currency for every amount in the agreement."),
        example="EUR",
        needed=True,
    )
    time_zone: str = code(
        "time_zone",
        N_("Time zone"),
        help=N_("On whose wall clock days begin and end."),
        example="Europe/Berlin",
        needed=True,
    )
    document_language: str = choice(
        N_("Language of the document"),
        LANGUAGES,
        help=N_("Independent of the language of this window."),
        example="English",
        place="nowhere",
    )
    document_form: str = choice(
        N_("Form of the document"),
        FORMS,
        help=N_("One page holds the promises and the signatures; the full form every clause. Full when left open."),
        example="Full",
        place="nowhere",
    )
    paper: str = choice(N_("Paper"), PAPERS, help=N_("A4 when left open."), example="A4", place="nowhere")
    logo: str = picture(
        N_("Logo"),
        help=N_("The company's, on the first page; PNG or JPEG, at most 48 kB once made small."),
        example="iVBORw0KGgoAAAANSUhEUgAAAAEAAAABAQAAAAA3bvkkAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==",
        place="nowhere",
    )
    brand_colour: str = colour(
        N_("Company's colour"),
        help=N_("For the lines over headings; the teams keep their own colours."),
        example="#1B2559",
        place="nowhere",
    )
    pledge: str = prose(
        N_("Cooperation pledge"),
        help=N_("Two or three sentences both leads say aloud before anything else; the first act in the room."),
        example="We work for the same customers. We argue with numbers, not with each other.",
        limit=1500,
    )
