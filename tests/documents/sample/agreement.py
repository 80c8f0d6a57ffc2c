"""A whole agreement as blocks: every kind but those of reports and comparisons."""

# ruff: noqa: E501  (a clause or a row of a table is read as one line)

from __future__ import annotations

from tests.documents.sample.figures import BARS, CALENDAR, CAPACITY, FUNNEL, LIFECYCLE, MONTHS, PLAN, WEEK
from tests.documents.sample.meta import COMPANY, CONTENT_HASH, MARKETING_LEAD, SALES_LEAD, SPONSOR, meta
from tests.documents.sample.promises import cards, chip, promises
from workbench.documents.blocks import (
    AnyCell,
    Block,
    Bullets,
    Cell,
    Clause,
    Column,
    CommitmentGroup,
    Contents,
    Cover,
    Document,
    Fact,
    Fingerprint,
    Grid,
    GridRow,
    LeadText,
    Matrix,
    MatrixCell,
    MatrixRow,
    Note,
    PageOf,
    Paper,
    PromiseList,
    Remark,
    Run,
    Section,
    SignatureCards,
    SignatureSpot,
    Subheading,
    Summary,
    Text,
)

TITLE = "Marketing and Sales Agreement"


def strong(text: str) -> Run:
    return Run(text, strong=True)


def rows(*table: tuple[object, ...]) -> tuple[GridRow, ...]:
    return tuple(GridRow(cells) for cells in table)  # type: ignore[arg-type]  # cells are written as literals


def front() -> list[Block]:
    return [
        Cover(
            COMPANY,
            TITLE,
            "What each team owes the other, how it is measured, and what happens when a number is missed.",
            (
                Fact("Between", (Run("Marketing", strong=True, tone="marketing"), f", led by {MARKETING_LEAD}\n",
                                 Run("Sales", strong=True, tone="sales"), f", led by {SALES_LEAD}")),
                Fact("In force", "1 January 2027 to 31 December 2027"),
                Fact("Version", "3, saved 11 December 2026; replaces version 2 of 24 June 2026"),
                Fact("Agreement", "HAL-2027-02", "SHA-256 a41c 90de 7b13 f5e8"),
            ),
        ),
        Section("summary", "This agreement in one minute", in_contents=False, small_lead=True,
                lead=("In 2027 the teams aim for ", strong("€4.2 million"), (" of new revenue, half of it from marketing. "
                      "Each number below is one commitment with an owner, a measure and a consequence; the full text is "
                      "the schedule on page "), PageOf("schedule"), ".")),
        Summary(
            PromiseList("marketing", "What marketing owes sales", promises("M")),
            PromiseList("sales", "What sales owes marketing", promises("S")),
            PromiseList("both", "What we share", promises("J")),
            (
                Remark("If a number is missed", "Nobody pays. The team that missed repairs first and explains afterwards."),
                Remark("If sales gets too many", "Above 120% of a month’s plan the extra leads do not count against sales’ clocks."),
                Remark("Next dates", "First review on 8 January 2027. Check-ins after 30, 60 and 90 days."),
            ),
        ),
        Contents("Contents", (
            Run("How to read this document. ", tone=""), "Numbers in the margin are clauses. The small labels beside them, such as ",
            Run("M-1", strong=True, tone="marketing"), " or ", Run("S-1", strong=True, tone="sales"),
            (", mark a clause that makes a commitment; its exact terms stand in the schedule. Purple is marketing, teal is "
             "sales, indigo is both. Where the two differ, the schedule decides."))),
    ]  # fmt: skip


def sections_1_to_5() -> list[Block]:
    return [
        Section("c1", "Teams and scope", "1", lead="Who agrees with whom, about which business, and for how long.", new_page=True),
        Clause("1.1", ("This agreement is between the ", strong("marketing team"), f" of {COMPANY}, led by {MARKETING_LEAD}, and its ",
                       strong("sales team"), f", led by {SALES_LEAD}. {SPONSOR} sponsors it and decides where the leads cannot.")),
        Clause("1.2", "It covers new business with the Flow and Pulse meters in Germany, the Benelux and the Nordics. Service contracts and resellers stay outside."),
        Clause("1.3", "It applies from 1 January 2027 to 31 December 2027. Amounts are in euros. Times are in the zone Europe/Berlin."),
        Grid((Column("Subject", "name"), Column("Marketing"), Column("Sales")), rows(
            ("Lead quality", "Paulo Reis, Marketing Operations", "Amara Diallo, Sales Development"),
            ("Content", "Greta Holm, Content", "Jonas Weber, Key Accounts"),
            ("Numbers", "Paulo Reis, Marketing Operations", "Mei Tanaka, Revenue Operations")), caption="Points of contact"),
        Clause("1.4", (strong("Pledge. "), "We have one goal. We describe what happened, not who. We bring data when we disagree.")),
        Section("c2", "Goals", "2", lead="One goal comes first. The others are ranked, so that a trade-off has an answer."),
        Clause("2.1", "Shared vision: a buyer who talks to Halden meets one company."),
        Grid((Column("", "figures"), Column("Goal"), Column("Baseline", "number"), Column("Target", "result"), Column("Due", "number"), Column("Owner")), rows(
            ("1", (strong("New revenue"), " (primary)"), "€3.4 m", "€4.2 m", "31 Dec 2027", "Both leads"),
            ("2", "New customers", "171", "210", "31 Dec 2027", "Both leads"),
            ("3", "Customer acquisition cost", "€6,400", "≤ €5,600", "30 Sep 2027", MARKETING_LEAD),
            ("4", "Revenue from Pulse", "14%", "20%", "31 Dec 2027", SALES_LEAD))),
        Clause("2.2", (strong("What stays separate. "), "Marketing chooses campaigns and agencies. Sales chooses territories and commission.")),
        Section("c3", "Target buyer", "3", lead="The company we look for, the people in it, and when to say no."),
        Clause("3.1", (strong("Ideal customer. "), "Water and chemical plants with 150 to 4,000 people in the regions of clause 1.2, with at least two sites.")),
        Clause("3.2", (strong("Not a buyer if"), " it rents its meters, is bound to tender, or signed with a competitor in the last twelve months.")),
        Grid((Column("Persona", "name"), Column("Role in the purchase"), Column("Asks first"), Column("Objects with")), rows(
            ("Head of Operations", "Champion; sees the losses daily", "Does it run in our pipes?", "“A shutdown costs more than the leak.”"),
            ("CFO", "Signs above €20,000", "When does it pay back?", "“We replaced them in 2021.”"),
            ("Plant IT", "Can veto", "Who patches it?", "“Not another network.”"))),
        Section("c4", "Common language", "4", lead="Words that used to mean two things. From now on they mean this."),
        Grid((Column("Term", "name"), Column("Meaning"), Column("Marketing said"), Column("Sales said")), rows(
            ("Inquiry", "A person who left contact details for the first time", "Lead", "Name"),
            ("MQL", "A lead that meets clause 5.2 and may be handed over", "Qualified", "Lead"),
            ("SAL", "A lead that sales has accepted", "–", "Worked lead"),
            ("SQL", "An accepted lead with a held discovery meeting", "Opportunity", "Meeting"),
            ("Opportunity", "A deal with amount, need and date, entered in the CRM", "Pipeline", "Deal"),
            ("First touch", "The first human attempt to reach the lead; an automatic reply is none", "Reply", "Call"))),
        Section("c5", "Lead definitions", "5", lead=("A lead is qualified when it fits ", Run("and", slanted=True), " shows intent. Both halves can be checked.")),
        Subheading("Stages", "5.1"),
        Grid((Column("Stage", "name"), Column("A lead enters when"), Column("Proved by", "quiet"), Column("Owner")), rows(
            ("Inquiry", "contact details and consent are stored", "created_at", "Marketing"),
            ("MQL", "it meets clause 5.2", "qualified_at", "Marketing"),
            ("SAL", "sales accepts it", "accepted_at", "Sales"),
            ("SQL", "a discovery meeting was held", "sql_at", "Sales"),
            ("Opportunity", "amount, need and date are known", "opportunity_at", "Sales"),
            ("Customer", "the order is signed", "won_at", "Sales"))),
        Subheading("Qualified lead", "5.2"),
        Clause("", ("A lead is qualified when it meets every fit criterion ", strong("and"), " at least one behaviour criterion.")),
        Bullets((
            "Fit: 150 or more people, a region of clause 1.2, a role in operations, finance or plant IT.",
            "Behaviour: asked for a demo or a price; started a trial; or reached 60 points within 30 days.",
            "Hand-raiser: whoever asks to be called is qualified, unless clause 3.2 excludes them.")),
        Clause("5.3", (strong("Tiers. "), "Tier A asked for a demo, a price or a call. Tier B started a trial or met us at a fair. Tier C reached the points by reading.")),
        Clause("5.4", "Six fields are filled at hand-off: company, size, country, name, role and the reason for qualifying.", (chip("M-4"),)),
    ]  # fmt: skip


def sections_6_to_8() -> list[Block]:
    load = [round(100 * plan / can) for plan, can in zip(PLAN, CAPACITY, strict=True)]
    loads = tuple((Run(f"{one}%", strong=True, tone="warning"),) if one >= 90 else f"{one}%" for one in load)
    return [
        Section("c6", "Volumes", "6", lead="How many leads the revenue goal needs, month by month, and how many sales can work."),
        Clause("6.1", "The volume follows from the goal. Marketing sources half of €4.2 million; an average order is €10,000; so 210 customers are needed. The agreed rates lead back to 3,600 qualified leads."),
        FUNNEL,
        Clause("6.2", "Marketing delivers the following qualified leads each month. The year’s total is 3,600; the months follow the orders of the last three years.", (chip("M-1"),)),
        BARS,
        Grid((Column("", "name"), *(Column(month, "number") for month in MONTHS), Column("Year", "number")), rows(
            ("Plan", *(str(one) for one in PLAN), (strong("3,600"),)),
            ("Ceiling", *(str(one * 120 // 100) for one in PLAN), ""),
            ("Load", *loads, "81%")),
            note="Load is the plan divided by what sales can work (clause 6.3); amber from 90%.", full=True, even=True),
        Clause("6.3", (strong("Ceiling. "), "Above 120% of a month’s plan the extra leads are still handed over, but they do not count against sales’ clocks in clause 8.")),
        Clause("6.4", (strong("Lead value. "), "A demo request is worth €1,450, a fair lead €800 and a content lead €290: mean revenue per customer times close rate. The values are frozen until the next version."), (chip("M-2"),)),
        Clause("6.5", (strong("Quality. "), "Of the leads sales decides on, at least 78% are accepted."), (chip("M-3"),)),
        Section("c7", "Hand-off", "7", lead="How a lead passes from one team to the other, and how it comes back."),
        LIFECYCLE,
        Clause("7.1", "A qualified lead gets a named owner within 20 business minutes. Routing follows territory; when the owner is away, the backup named in the CRM takes it.", (chip("M-5"),)),
        Clause("7.2", "The owner receives the six fields, the last five activities and one line: why this lead, why now."),
        Clause("7.3", "Sales accepts or rejects by the end of the first business day after hand-off. Silence counts as acceptance.", (chip("S-5"),)),
        Clause("7.4", "A rejection names one reason: not a buyer, wrong contact, too early, no budget, duplicate, cannot be reached.", (chip("S-6"),)),
        Clause("7.5", "A rejected lead returns to the nurture track for its reason within four business days. It may be handed over again after 30 days, at most twice.", (chip("M-6"),)),
        Grid((Column("Reason", "name"), Column("Then"), Column("Nurture track"), Column("Earliest return", "number")), rows(
            ("Too early", "Recycle", "Education, monthly", "90 days"),
            ("No budget", "Recycle", "Business case, monthly", "60 days"),
            ("Wrong contact", "Recycle", "Account, weekly", "30 days"),
            ("Cannot be reached", "Recycle", "Re-engage, two weeks", "30 days"),
            ("Duplicate, not a buyer", "Close", "–", "–")), caption="What happens after each reason"),
        Section("c8", "Follow-up", "8", lead="How fast and how often sales follows up, counted in working time."),
        Clause("8.1", "The clock starts when the lead is handed over and stops at the first human attempt. An automatic reply does not stop it; a meeting booked by the buyer does."),
        Clause("8.2", "First touch is made within these times.", (chip("S-1"), chip("S-2"), chip("S-3"))),
        matrix(3, 5),
        Clause("8.3", (strong("Working calendar. "), "Only open time counts. Eleven public holidays of Hamburg and the days from 24 to 31 December are closed.")),
        WEEK,
        Clause("8.4", "Each lead receives at least five attempts by phone and e-mail within nine business days. A reply, a booked meeting, a rejection or a wish not to be contacted ends the count.", (chip("S-4"),)),
        Clause("8.5", (strong("Relief. "), "Leads above the ceiling, recorded outages, test records and duplicates do not count. Every exclusion is listed in the monthly report.")),
    ]  # fmt: skip


def matrix(tiers: int, sources: int) -> Matrix:
    kinds = (
        MatrixCell("20 min", "90% · S-1", 0),
        MatrixCell("3 hours", "90% · S-2", 1),
        MatrixCell("Next day", "85% · S-3", 2),
        MatrixCell("–"),
    )
    names = ("Demo request", "Trial", "Trade fair", "Webinar", "Content", "Partner referral", "Outbound reply", "Chat")
    words = ("asked to talk", "tried or met us", "60 points")
    return Matrix(
        names[:sources],
        tuple(
            MatrixRow(
                f"Tier {chr(65 + tier)}" if tiers < 5 else f"Tier {tier + 1}",
                words[tier % 3],
                tuple(kinds[min(3, max(0, (tier + source) // 2 - (tier > 1)))] for source in range(sources)),
            )
            for tier in range(tiers)
        ),
        "First touch in working time, by tier and source",
    )


def sections_9_to_12() -> list[Block]:
    roles = ("Marketing lead", "Marketing operations", "Sales lead", "Sales development", "Revenue operations")
    duties = (
        ("Define the qualified lead", "ACCRI"), ("Score and hand over leads", "CAIIR"), ("First touch and follow-up", "IIARI"),
        ("Accept, reject, give reasons", "ICARI"), ("Nurture rejected leads", "ARICI"), ("Import actuals and run the check", "IRIIA"),
        ("Prepare the monthly review", "CRCIA"),
    )  # fmt: skip
    signs: dict[str, AnyCell] = {
        "A": Cell((Run("A", strong=True, tone="both"),), shade="both"),
        "R": (strong("R"),),
        "C": (Run("C", tone="muted"),),
        "I": (Run("I", tone="muted"),),
    }
    return [
        Section("c9", "Shared metrics", "9", lead="One definition, one source and one owner for each number we both quote."),
        Clause("9.1", "Both teams read these metrics from the same report. A metric without a source is not quoted."),
        Grid((Column("Metric", "name"), Column("Formula"), Column("Source", "quiet"), Column("Owner"), Column("Amber", "number"), Column("Target", "result")), rows(
            ("Customer acquisition cost", "Marketing and sales cost / new customers", "Finance, monthly", "Mei Tanaka", "€6,000", "≤ €5,600"),
            (("SAL to SQL ", chip("J-1")), "SQL in cohort / SAL in cohort", "CRM, cohort view", "Both leads", "57%", "60%"),
            (("Pipeline coverage ", chip("J-2")), "Open pipeline / next quarter’s goal", "CRM, month end", "Both leads", "2.8×", "3.2×"),
            ("Win rate", "Won / (won + lost)", "CRM, month end", SALES_LEAD, "22%", "25%"),
            ("Cost per qualified lead", "Programme cost / MQL", "Finance, monthly", MARKETING_LEAD, "€210", "≤ €185"),
            ("Twelve-month churn", "Customers lost / customers at start", "Billing", "Customer Success", "7%", "≤ 5%")), full=True),
        Section("c10", "Working together", "10", lead="Who does what, and what the teams give each other beyond leads."),
        Clause("10.1", "One team is accountable for each activity; others are responsible, consulted or informed."),
        Grid((Column("Activity"), *(Column(role, "mark") for role in roles)),
             tuple(GridRow((name, *[signs[letter] for letter in letters])) for name, letters in duties),
             caption="Responsibilities", full=True, even=True,
             note=(strong("A"), " accountable, exactly one a row. ", strong("R"), " responsible. C consulted. I informed.")),
        Clause("10.2", "Marketing publishes four pieces for the buying stages every quarter, chosen from the log of objections.", (chip("M-7"),)),
        Clause("10.3", "Sales opens three calls a month to marketing and writes objections down in the buyer’s own words.", (chip("S-7"),)),
        Section("c11", "Governance", "11", lead="When we look at the numbers, who decides, and what happens when one is missed."),
        Clause("11.1", "The teams meet weekly for 20 minutes, monthly for the review and quarterly to renegotiate.", (chip("J-3"),)),
        CALENDAR,
        Clause("11.2", "Actuals are imported no later than the second business day of a month. A number older than two days is shown as old."),
        Clause("11.3", (strong("Repair, not punishment. "), "A missed commitment starts the repair named in the schedule. Three misses in a row of the same commitment bring it to the sponsor.")),
        Clause("11.4", (strong("Escalation. "), "Contacts within one business day; leads within three; the sponsor within five. The sponsor’s decision is recorded and applies until the next version.")),
        Clause("11.5", (strong("Changes. "), "Either lead may propose a change with ten days’ notice. It applies when both leads have signed a new version.")),
        Section("c12", "Sign-off", "12", lead="What signing means."),
        Clause("12.1", f"{MARKETING_LEAD} and {SALES_LEAD} sign first, in either order; {SPONSOR} signs last. The agreement is in force when all three have signed."),
        Grid((Column("Order", "figures"), Column("Signer"), Column("Signs for"), Column("Statements"), Column("Reservation", "quiet")), rows(
            ("1", Cell((strong(MARKETING_LEAD),), "Vice President, Marketing"), "Marketing", "a, b and c", "none"),
            ("1", Cell((strong(SALES_LEAD),), "Vice President, Sales"), "Sales", "a, b and c", "S-1 is looked at again after 60 days (clause 11.5)"),
            ("2", Cell((strong(SPONSOR),), "Chief Operating Officer"), "Executive sponsor", "b and c", "none")), caption="Signers and order"),
        Clause("12.2", "Each signature covers the whole document, its annexes and the data inside it. The open items in annex B do not stop the agreement from applying."),
    ]  # fmt: skip


def schedule() -> list[Block]:
    blocks: list[Block] = [
        Section("schedule", "Schedule of commitments", new_page=True,
                lead="The heart of the agreement: every promise with its measure, its number and what follows if it is missed."),
    ]  # fmt: skip
    for side, team, title in (
        ("M", "marketing", "What marketing owes sales"),
        ("S", "sales", "What sales owes marketing"),
        ("J", "both", "What we share"),
    ):
        blocks.append(CommitmentGroup(team, title, f"{len(cards(side))} commitments"))  # type: ignore[arg-type]  # one of Team
        blocks += cards(side)
    return blocks


def annexes() -> list[Block]:
    return [
        Section("annex-a", "Decision log", "A", "Annex A", "What was decided in the room, why, and what was set aside.", new_page=True),
        Grid((Column("No.", "figures"), Column("Decision", "name"), Column("Reason"), Column("Set aside", "quiet"), Column("When", "number")), rows(
            ("D-1", "A hand-raiser is always qualified", "16 of 20 leads in calibration; the others raised their hand below 60 points", "60 points for everybody", "7 Dec"),
            ("D-2", "A share in time, not an average", "An average hides the leads that wait longest", "Mean of 40 minutes", "7 Dec"),
            ("D-3", "Silence counts as acceptance", "Undecided leads were 15% last quarter", "Escalate on silence", "7 Dec"),
            ("D-4", "Ceiling at 120% of plan", "October load reaches 92% of capacity", "No ceiling; 130%", "8 Dec"),
            ("D-5", "Five attempts in nine days", "The contact rate rose until the fifth attempt in own data of 2026", "Eight attempts", "8 Dec"),
            ("D-6", "Consequences are repairs", "Both teams objected to budget cuts as a penalty", "Bonus reduction", "8 Dec")), full=True),
        Section("annex-b", "Open items", "B", "Annex B", "Agreed to be open. None of them stops the agreement."),
        Grid((Column("No.", "figures"), Column("Item"), Column("Owner"), Column("Due", "number")), rows(
            ("O-1", "Lead value for partner events; too few leads to compute it (9 so far)", "Mei Tanaka", "26 Feb 2027"),
            ("O-2", "Does a message in a network count as an attempt?", "Amara Diallo", "8 Jan 2027"),
            ("O-3", "Danish holidays for the Aarhus team", "Paulo Reis", "8 Jan 2027")), full=True),
        LeadText("What stays open is looked at in the first review."),
        Note("Items are closed by a decision in the log, or by a new version.", full=True),
    ]  # fmt: skip


def spots() -> tuple[SignatureSpot, ...]:
    line = "Signature and date"
    return (
        SignatureSpot("signer_1", "marketing", "For marketing", MARKETING_LEAD, "Vice President, Marketing", "Accepts statements a, b and c", line),
        SignatureSpot("signer_2", "sales", "For sales", SALES_LEAD, "Vice President, Sales",
                      "Accepts statements a, b and c. Reservation: S-1 is looked at again after 60 days (clause 11.5)", line),
        SignatureSpot("signer_3", "both", "Executive sponsor", SPONSOR, "Chief Operating Officer", "Accepts statements b and c", line),
    )  # fmt: skip


def sign_off(signers: tuple[SignatureSpot, ...]) -> list[Block]:
    return [
        Section("signatures", "Signatures", new_page=True),
        Text("By signing, each person accepts the statements named in their card.", full=True),
        Bullets((
            "I have read this agreement with its schedule and annexes, and my team will keep the commitments that carry its letter.",
            "I agree that the checks use the imported data and the rules of clauses 5 to 8, whatever the result.",
            "I agree to sign electronically and to receive the signed document as a file."), ("a", "b", "c"), full=True),
        SignatureCards(signers),
        Fingerprint("Document fingerprint, SHA-256 of the agreement data inside this file:", CONTENT_HASH),
    ]  # fmt: skip


def agreement(paper: Paper = "A4") -> Document:
    """The sample every page of which has been looked at."""
    blocks = [
        *front(),
        *sections_1_to_5(),
        *sections_6_to_8(),
        *sections_9_to_12(),
        *schedule(),
        *annexes(),
        *sign_off(spots()),
    ]
    return Document(meta(TITLE, paper=paper), tuple(blocks))
