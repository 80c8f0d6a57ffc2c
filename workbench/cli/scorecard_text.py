"""The scorecard and the leads behind it for a terminal. Must not know how anything is judged."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from workbench.agreement.commitment import Commitment
from workbench.agreement.model import shown_in
from workbench.agreement.sentences import target_text
from workbench.agreement.value_text import value_text
from workbench.base.language import N_, Language
from workbench.cli.answer import moment_words, table
from workbench.fields.value import Shown
from workbench.services.checking import Check

if TYPE_CHECKING:
    from workbench.tracking.result import Result

NO_LEADS = {
    "metric": N_("No leads stand behind {label}: its value is entered for each period."),
    "deliverable": N_("No leads stand behind {label}: both teams attest what was done."),
}


def scorecard_text(found: Check, words: Language) -> str:
    """The scorecard; below it what makes its numbers doubtful, and what the results propose."""
    from workbench.tracking.proposal_words import PROPOSALS, proposal_words  # noqa: PLC0415  (loads numpy)

    kind = "rehearsal, nothing is signed for it" if found.rehearsal else "judged by the version in force"
    version = f"version {found.newest.version}" if found.newest.version else "the draft"
    zone = found.newest.review.zone
    lines = [f"As of {moment_words(found.as_of, zone)}, {version} ({kind}), {found.leads} leads."]
    if not found.newest.commitments:
        lines += ["There is nothing to check: the agreement holds no commitment yet. See its `issues`."]
        return "\n".join(lines)
    several = len(found.judgements) > 1
    shown = shown_in(found.newest.agreement, words)
    promised = {(judge.version, one.id): one for judge in found.judgements for one in judge.commitments}
    rows, spared, by_day = [], [], []
    for number, line in found.results():
        one = promised[number, line.commitment]
        rows.append([
            line.label, line.kind, line.period, *([str(number)] if several else []), line.status,
            "" if line.value is None else value_text(one, line.value, shown),
            _target(one, line, shown),
            "" if line.denominator is None else f"{line.numerator} of {line.denominator}",
            line.reason.text(words),
        ])  # fmt: skip
        if _spared(one, line):
            spared.append(f"{line.label} {line.period}")
        if line.by_day:
            by_day.append(f"{line.label} {line.period} ({line.by_day})")
    by_version = ["VERSION"] if several else []
    lines.append(table(rows, ["", "KIND", "PERIOD", *by_version, "STATUS", "VALUE", "TARGET", "COUNTED", "WHY"]))
    if spared:
        lines += ["", f"Kept within the agreed tolerance: {', '.join(spared)}."]
    if by_day:
        lines += ["", f"Dates without time, so leads could be compared by day only: {', '.join(by_day)}."]
    for note in found.warnings():
        lines += ["", note.text(words)]
    proposals = found.proposals()
    if proposals:
        lines += ["", f"{words.text(PROPOSALS)}:"]
    for each in proposals:
        said = proposal_words(each, shown)
        lines.append(f"  {each.commitment.label}: {said.shows} {said.wanted}")
    return "\n".join(lines)


def rows_text(found: Check, wanted: str, rows: list[dict[str, Any]], words: Language) -> str:
    """Each lead behind a commitment: its state, why, and the instants and the sum that decided.

    Args:
        found: The check.
        wanted: Id or label of the commitment.
        rows: As `Check.row_documents` answers.
        words: The language.
    """
    if not rows:
        behind = found.evidence(wanted)
        one = behind.commitment
        why = behind.obstacle.text(words) or words.text(NO_LEADS.get(one.kind, N_("No lead is behind {label} here.")))
        return why.format(label=one.label)
    titles = ["LEAD", "PERIOD", "STATE", "WHY", "START", "DEADLINE", "EVENT", "WORKING TIME"]
    cells = [
        [
            row["lead_id"], row["period"], row["state"], row["reason"],
            _instant(row["start"]), _instant(row["deadline"], dated=False), _instant(row["event"]),
            row["arithmetic"] or "",
        ]
        for row in rows
    ]  # fmt: skip
    used = [place for place in range(len(titles)) if any(row[place] for row in cells)]
    return table([[row[place] for place in used] for row in cells], [titles[place] for place in used])


def _instant(text: str | None, *, dated: bool = True) -> str:
    """An instant of a row on the agreement's wall clock, seconds only where there are any.

    Args:
        text: ISO 8601; nothing is empty.
        dated: Whether a midnight is a date without time.
    """
    if text is None:
        return ""
    moment = dt.datetime.fromisoformat(text)
    if dated and moment.time() == dt.time():
        return moment.date().isoformat()
    return moment.strftime("%Y-%m-%d %H:%M:%S" if moment.second else "%Y-%m-%d %H:%M")


def _target(one: Commitment, line: Result, shown: Shown) -> str:
    """What a line is held against: `240`, `at most 18%`, `3× to 5×`."""
    if line.target is None:
        return ""
    target = target_text(one, shown, line.target)
    if one.operator == "<=":
        return shown.language.text(N_("at most {target}")).format(target=target)
    if one.operator == "between" and one.target_upper is not None:
        upper = target_text(one, shown, one.target_upper)
        return shown.language.text(N_("{low} to {high}")).format(low=target, high=upper)
    return target


def _spared(one: Commitment, line: Result) -> bool:
    """Whether only the tolerance made a line met."""
    from workbench.tracking.bar import bar  # noqa: PLC0415  (with the answer)

    if line.status != "met" or line.value is None or line.target is None:
        return False
    upper = None if one.target_upper is None else Fraction(one.target_upper)
    return not bar(one.operator, Fraction(line.target), upper).holds(Fraction(line.value))
