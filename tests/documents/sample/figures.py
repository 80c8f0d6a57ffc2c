"""The figures of the sample agreement and report."""

# ruff: noqa: E501  (a clause or a row of a table is read as one line)

from __future__ import annotations

from workbench.documents.blocks import (
    Band,
    CalendarRow,
    CalendarStrip,
    Distribution,
    Figure,
    Flow,
    Funnel,
    FunnelStage,
    Key,
    Lane,
    Lifecycle,
    LifecycleStep,
    MonthBar,
    MonthBars,
    Pace,
    RankedBar,
    RankedBars,
    Step,
    WeekDay,
    WeekHours,
    WeekMoment,
)

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
PLAN = (280, 290, 330, 310, 320, 320, 240, 210, 330, 360, 340, 270)
CAPACITY = (350, 352, 410, 370, 372, 390, 370, 300, 385, 390, 390, 372)

FUNNEL = Figure(
    Funnel((
        FunnelStage("Qualified leads (MQL)", 3600, "3,600", "78% accepted", "marketing"),
        FunnelStage("Accepted (SAL)", 2808, "2,808", "60% meet us", "sales"),
        FunnelStage("Meetings (SQL)", 1685, "1,685", "50% have a need", "sales"),
        FunnelStage("Opportunities", 843, "843", "25% are won", "sales"),
        FunnelStage("Customers", 210, "210", "", "both"),
    )),
    "Reverse funnel: 3,600 qualified leads, 2,808 accepted, 1,685 meetings, 843 opportunities, 210 customers.",
    caption="From revenue back to leads, 2027",
    note="Read from the bottom: 210 customers at a win rate of 25% need 843 opportunities, and so on upwards. "
    "The rates are those of the last four quarters, rounded down.",
)  # fmt: skip

BARS = Figure(
    MonthBars(
        tuple(
            MonthBar(name, plan, str(plan), plan * 1.2, capacity)
            for name, plan, capacity in zip(MONTHS, PLAN, CAPACITY, strict=True)
        ),
        tuple(Step(value, str(value)) for value in range(0, 501, 100)),
    ),
    "Bars of the planned qualified leads by month with a ceiling of 120 percent and the line of what sales can work; "
    "the same numbers stand in the table below.",
    caption="Qualified leads by month: plan, ceiling and what sales can work",
    keys=(
        Key("box", "marketing", "Plan (M-1)"),
        Key("dashes", "muted", "Ceiling, 120% of plan"),
        Key("line", "sales", "Sales capacity"),
    ),
)

LIFECYCLE = Figure(
    Lifecycle(
        (
            Lane("Marketing", "finds and prepares", "marketing"),
            Lane("Hand-off", "both teams", "both"),
            Lane("Sales", "works and closes", "sales"),
        ),
        (
            LifecycleStep("inquiry", 0, 0, "Inquiry", "first contact"),
            LifecycleStep("qualified", 0, 1, "Qualified lead", "MQL", "marketing"),
            LifecycleStep("nurture", 0, 3, "Nurture", "track by reason", "back"),
            LifecycleStep("handed", 1, 1, "Handed over", "to a named owner"),
            LifecycleStep("decision", 1, 2, "Decision", "accept or reject"),
            LifecycleStep("rejected", 1, 3, "Rejected", "with a reason"),
            LifecycleStep("closed", 1, 4, "Closed", "not a buyer", "ends"),
            LifecycleStep("touch", 2, 1, "First touch", "by a person", "sales"),
            LifecycleStep("accepted", 2, 2, "Accepted lead", "SAL", "sales"),
            LifecycleStep("opportunity", 2, 3, "Opportunity", "after an SQL", "sales"),
            LifecycleStep("customer", 2, 4, "Customer", "order signed", "sales"),
        ),
        (
            Flow("inquiry", "qualified", "marketing"),
            Flow("qualified", "handed", "marketing", "20 min · M-5"),
            Flow("handed", "decision", "both"),
            Flow("handed", "touch", "sales", "by tier · S-1 to S-3"),
            Flow("touch", "accepted", "sales"),
            Flow("decision", "accepted", "sales", "1 day · S-5"),
            Flow("decision", "rejected", "both"),
            Flow("rejected", "closed", "ends"),
            Flow("rejected", "nurture", "back", "4 days · M-6"),
            Flow("nurture", "qualified", "back", "returns, twice at most"),
            Flow("accepted", "opportunity", "sales"),
            Flow("opportunity", "customer", "sales"),
            Flow("opportunity", "nurture", "back", "dropped"),
        ),
    ),
    "The life of a lead in three lanes. Marketing: inquiry, qualified lead, nurture. Hand-off: handed over, decision, "
    "rejected, closed. Sales: first touch, accepted lead, opportunity, customer. Rejected leads and dropped opportunities "
    "go to nurture and return as qualified leads, twice at most.",
    keys=(
        Key("line", "marketing", "moved by marketing"),
        Key("line", "sales", "moved by sales"),
        Key("dashes", "warning", "comes back"),
        Key("line", "muted", "ends"),
    ),
    full=True,
    movable=True,
)

CALENDAR = Figure(
    CalendarStrip(
        MONTHS,
        (
            CalendarRow("Weekly check-in", "tick", "muted", tuple(week * 12 / 52 + 0.1 for week in range(52))),
            CalendarRow("Monthly review", "dot", "both", tuple(month + 0.2 for month in range(12))),
            CalendarRow("Quarterly renegotiation", "diamond", "both", (2.85, 5.85, 8.85, 11.6)),
            CalendarRow("30, 60, 90-day check-in", "ring", "", (1.0, 2.0, 3.0)),
            CalendarRow("Data import due", "tick", "quiet", tuple(month + 0.12 for month in range(12))),
        ),
    ),
    "Calendar of 2027: check-ins every week, twelve monthly reviews, four quarterly renegotiations, check-ins after 30, "
    "60 and 90 days, data imports at the beginning of every month.",
    caption="Calendar 2027",
    full=True,
    movable=True,
)

_OPEN = ((9.0, 12.5), (13.25, 18.0))
WEEK = Figure(
    WeekHours(
        (*(WeekDay(name, _OPEN) for name in ("Mon", "Tue", "Wed", "Thu", "Fri")), WeekDay("Sat"), WeekDay("Sun")),
        "closed",
        (WeekMoment(4, 17.9, "handed over 17:54", "marketing"), WeekMoment(0, 9.2, "due Monday 09:14", "sales")),
    ),
    "Opening hours Monday to Friday, 9:00 to 12:30 and 13:15 to 18:00. A lead handed over on Friday at 17:54 is due on "
    "Monday at 9:14.",
    note="A tier A lead handed over on Friday at 17:54 uses six minutes on Friday and fourteen on Monday: it is due on "
    "Monday at 09:14.",
)

_DAYS = (13, 31, 52, 70, 88, 101, 124, 139, 157, 180, 192, 211, 229, 240, 251, 266, 279, 288, 297, 309, 319)
PACE = Figure(
    Pace(
        tuple(float(total) for total in _DAYS),
        21,
        330,
        tuple(Step(value, str(value)) for value in range(0, 401, 100)),
        ((0, "day 1"), (5, "day 6"), (10, "day 11"), (15, "day 16"), (20, "day 21")),
        "Goal 330",
        "Actual 319",
    ),
    "Running total of qualified leads by working day, ending at 319 against a goal of 330.",
    caption="Qualified leads, running total against the line to the goal (21 working days)",
    note="Marketing delivered 319 of 330, inside the agreed tolerance of 4% (317 or more).",
    full=True,
)

TOUCH = Figure(
    Distribution(
        (
            Band("0–5 min", 36, "36", "in_time"),
            Band("5–10", 31, "31", "in_time"),
            Band("10–20", 20, "20", "in_time"),
            Band("20–40", 7, "7", "late"),
            Band("40–60", 4, "4", "late"),
            Band("1–2 h", 2, "2", "late"),
            Band("over 2 h", 1, "1", "late"),
            Band("no touch yet", 3, "3", "none"),
        ),
        3,
        "target: 20 business minutes",
        "87 of 104 in time",
    ),
    "Time to first touch of 104 tier A leads: 87 in time, 14 later, 3 without a touch.",
    caption="Time to first touch, tier A, working time",
    note="Median 7 minutes, 90th percentile 31 minutes.",
    full=True,
)

REASONS = Figure(
    RankedBars((
        RankedBar("Too early", 22, "22", 19, "+3"),
        RankedBar("Wrong contact", 17, "17", 9, "+8"),
        RankedBar("No budget", 11, "11", 12, "−1"),
        RankedBar("Cannot be reached", 8, "8", 10, "−2"),
        RankedBar("Not a buyer", 5, "5", 5, "0"),
        RankedBar("Duplicate", 3, "3"),
    )),
    "Reasons for rejection in March: too early 22, wrong contact 17, no budget 11, cannot be reached 8, not a buyer 5, "
    "duplicate 3.",
    caption="Reasons for rejection, 66 leads",
    keys=(Key("box", "quiet", "March"), Key("tick", "", "February")),
    full=True,
)  # fmt: skip
