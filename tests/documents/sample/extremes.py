"""Documents that strain the setting: long names, forty rows, twelve signers, nothing optional, odd characters."""

# ruff: noqa: E501  (a clause or a row of a table is read as one line)

from __future__ import annotations

from tests.documents.sample.agreement import matrix
from tests.documents.sample.meta import meta
from tests.documents.sample.promises import cards, chip, promises
from workbench.documents.blocks import (
    Block,
    Clause,
    Column,
    CommitmentCard,
    CommitmentGroup,
    Contents,
    Cover,
    CutCards,
    Document,
    Fact,
    Facts,
    Grid,
    GridRow,
    PageBreak,
    PromiseList,
    Section,
    SignatureCards,
    SignatureSpot,
    Subheading,
    Summary,
    Team,
    Text,
    Tile,
)

LONG_COMPANY = (
    "Halden Instruments Internationale Handels- und Dienstleistungsgesellschaft mbH & Co. Kommanditgesellschaft"
)
LONG_TITLE = "Zweiseitige Dienstgütevereinbarung zwischen Marketing und Vertrieb für das Geschäftsjahr"
LONG_NAMES = (
    "Maria-Magdalena Freifrau von Hohenstein-Wallerstein-Oettingen",
    "Wu Li",
    "Wolfeschlegelsteinhausenbergerdorff Keihanaikukauakahihuliheekahaunaele",
    "Åsa Öberg",
)
TEAMS: tuple[Team, ...] = ("marketing", "sales", "both")


def crowded() -> Document:
    """Everything at its longest."""
    signers = tuple(
        SignatureSpot(
            f"signer_{number + 1}", TEAMS[number % 3], ("For marketing", "For sales", "Executive sponsor")[number % 3],
            LONG_NAMES[number % 4], "Senior Vice President, Commercial Operations and Partner Marketing, Europe, Middle East and Africa"
            if number % 4 == 2 else "Vice President",
            "Signs for the managing director, who is on leave" if number == 5 else "", "Signature and date")
        for number in range(12)
    )  # fmt: skip
    table = Grid(
        (Column("No.", "figures"), Column("Decision", "name"), Column("Reason"), Column("When", "number")),
        tuple(GridRow((f"D-{number}", f"Decision {number}", "Because the data of the last four quarters said so, and nobody objected" * (1 + (number % 7 == 3)), "8 Dec"))
              for number in range(1, 41)),
        caption="Forty decisions", note="A note that stays under the last rows.", full=True,
    )  # fmt: skip
    blocks: list[Block] = [
        Cover(LONG_COMPANY, LONG_TITLE, "Was jedes Team dem anderen schuldet, wie es gemessen wird, und was geschieht, wenn eine Zahl verfehlt wird.",
              (Fact("Zwischen", f"Marketing, geleitet von {LONG_NAMES[0]}\nVertrieb, geleitet von {LONG_NAMES[2]}"),
               Fact("Gültigkeitszeitraum", "1. Januar 2027 bis 31. Dezember 2027"), Fact("Fassung", "27", "SHA-256 a41c 90de 7b13 f5e8"))),
        Section("summary", "Diese Vereinbarung in einer Minute", in_contents=False),
        Summary(
            PromiseList("marketing", "Was das Marketing dem Vertrieb schuldet", promises("M"), more="und 23 weitere im Verzeichnis"),
            PromiseList("sales", "Was der Vertrieb dem Marketing schuldet", promises("S"), more="und 18 weitere im Verzeichnis"),
            PromiseList("both", "Was wir teilen", promises("J")),
        ),
        Contents("Inhalt"),
        *(Section(f"s{number}", f"Abschnitt {number} mit einer recht langen Überschrift", str(number)) for number in range(1, 2)),
        Clause("1.1", ("Vier Zusagen stehen in dieser Klausel, die selbst kurz ist.",), (chip("S-1"), chip("S-2"), chip("S-3"), chip("S-4"))),
        Clause("1.2", "Ein sehr langer Absatz. " * 160),
        Clause("1.3", "https://example.com/" + "a-very-long-path-without-any-space/" * 8),
        table,
        matrix(40, 8),
        Section("wide", "Sehr viele Spalten", "2"),
        Grid(tuple(Column(f"Spaltenüberschrift{number}", "text") for number in range(9)),
             tuple(GridRow(tuple(f"Wort{row}{column}" for column in range(9))) for row in range(4)), full=True),
        Grid((Column("Term", "name"), Column("Meaning")),
             (GridRow(("Ein Begriff", "Eine Erklärung, die länger ist als eine Seite. " * 190)), GridRow(("Noch einer", "kurz")))),
        Grid((Column("Kennzahl", "name"), Column("Quelle"), Column("Ziel", "result")),
             (GridRow(("CAC", "Finanzen", "€5.600"), detail="Marketing- und Vertriebskosten durch neue Kunden, je Quartal."),
              GridRow(("Abdeckung", "CRM", "3,2×")),
              GridRow(("Endlos", "CRM", "1"), detail="Eine Anmerkung, die länger ist als eine Seite. " * 150)), full=True),
        Section("schedule", "Verzeichnis der Zusagen", new_page=True),
        CommitmentGroup("marketing", "Was das Marketing dem Vertrieb schuldet", "7 Zusagen"),
        *cards("M"),
        CommitmentCard(chip("M-8"), "Klausel 99.99", "Eine Zusage mit einer großen Zahl.", "€1,234,567,890", "Euro Leadwert im Kalendervierteljahr",
                       (Fact("Gemessen als", "Ein langer Satz. " * 30),)),
        Section("signatures", "Unterschriften", new_page=True),
        CutCards(tuple(Tile(str(number), "ich möchte erst noch darüber reden", "sales") for number in range(6))),
        SignatureCards(signers),
    ]  # fmt: skip
    return Document(meta(LONG_TITLE, "Fassung 27"), tuple(blocks))


def bare() -> Document:
    """Every optional part left out, on Letter."""
    empty = PromiseList("sales", "What sales owes marketing", empty="Nothing has been agreed here.")
    blocks: tuple[Block, ...] = (
        Cover("H", "A", "One page."),
        Section("summary", "This agreement in one minute", in_contents=False),
        Summary(PromiseList("marketing", "What marketing owes sales", promises("M")[:2]), empty),
        Section("one", "Only section", "1"),
        Clause("", ""),
        Facts(()),
        Facts((Fact("Empty", ""),)),
        Grid((Column("Nothing"),), ()),
        Grid((Column(""), Column("")), (GridRow(("", "")),)),
        Subheading("A heading before nothing"),
        CommitmentGroup("sales", "What sales owes marketing", "", "Nothing has been agreed here."),
        PageBreak(),
        PageBreak(),
        Section("signatures", "Signatures"),
        SignatureCards((SignatureSpot("signer_1", "marketing", "For marketing", "A", "B"),)),
    )
    return Document(meta("A", paper="Letter"), blocks)


def odd_letters() -> Document:
    """Characters no cut has, controls, combining marks, line feeds."""
    words = "Łukasz, Ωmega, Жанна, e\u0301 composed, 日本 missing, 🙂 emoji, tab\there, zero\u200bwidth, soft\u00adhyphen, bell\x07."
    blocks: tuple[Block, ...] = (
        Section("one", "Odd letters 日", "1", lead="Line one\nline two"),
        Clause("1.1", words),
        Text(("First line\n", "second line\n\nfourth line"), full=True),
    )
    return Document(meta("Odd letters \x07 & <tags>"), blocks)
