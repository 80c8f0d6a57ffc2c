"""The command `backtest`: a proposed number on imported history. Must not know how it is judged."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from decimal import Decimal
from typing import Any, Final

from workbench.agreement.model import shown_in
from workbench.agreement.sentences import target_text
from workbench.cli.answer import Answer, moment_words, table
from workbench.cli.command import Command
from workbench.cli.context import Context
from workbench.cli.drafting import agreement_argument
from workbench.fields.value import Shown
from workbench.services.backtesting import Backtest

_SHARE: Final = "SHARE OF LEADS"
_BESIDE: Final = ["NUMBER", "PERIODS KEPT", _SHARE]


def _arguments(parser: ArgumentParser) -> None:
    agreement_argument(parser)
    parser.add_argument("commitment", metavar="COMMITMENT", help="id or label, such as S-1")
    parser.add_argument(
        "--target", nargs="+", action="extend", default=[], metavar="V",
        help="numbers to try: 120, 0.8, 80%%; or times: 1h, 4h",
    )  # fmt: skip


def _backtest(context: Context, given: Namespace) -> Answer:
    workbench = context.workbench()
    agreement = workbench.shelf.find(given.agreement)
    found = workbench.backtesting.backtest(agreement, given.commitment, given.target, context.words)
    return Answer(found.document(context.words), backtest_text(found, context))


def backtest_text(found: Backtest, context: Context) -> str:
    """The answer for a terminal: a line for each proposal, then its periods."""
    from workbench.tracking.backtest import USUAL_SHARE  # noqa: PLC0415  (loads numpy)

    zone = found.content.teams.time_zone or "UTC"
    head = f"{found.commitment.label} on {found.leads} leads until {moment_words(found.as_of, zone)}:"
    document, rows, shown = found.document(context.words), [], shown_in(found.content, context.words)
    for replay, one in zip(found.replays, document["proposals"], strict=True):
        target, reachable = replay.commitment.target, replay.reachable()
        share = one["share_of_leads"]
        rows.append([
            "" if target is None else target_text(found.commitment, shown, target),
            one["within"] or "",
            _kept(one),
            "" if share is None else f"{share * 100:.1f}%",
            "" if reachable is None else target_text(found.commitment, shown, reachable),
        ])  # fmt: skip
    usual = f"KEPT IN {USUAL_SHARE.numerator} OF {USUAL_SHARE.denominator} PERIODS"
    lines = [head, _filled(rows, ["TARGET", "WITHIN", "PERIODS KEPT", _SHARE, usual])]
    results = found.replays[0].results
    reasons = dict.fromkeys(line.reason.text(context.words) for line in results if line.status == "not_measurable")
    lines += [f"It could not be measured: {why}" for why in reasons]
    periods = [line.period for line in results]
    by_period = [
        [period, *(replay.results[place].status for replay in found.replays)] for place, period in enumerate(periods)
    ]
    titles = [(row[1] and f"{row[0]} / {row[1]}") or row[0] or "–" for row in rows]
    lines += ["", table(by_period, ["PERIOD", *titles])]
    if document["distribution"]:
        beside = _filled([_rung(one, found, shown) for one in document["distribution"]], _BESIDE)
        lines += ["", "Other numbers on the same history:", beside]
    return "\n".join(lines)


def _kept(one: dict[str, Any]) -> str:
    """In how many of the judged periods a number would have been kept."""
    return f"{one['kept']} of {one['judged']}" if one["judged"] else "none judged"


def _filled(rows: list[list[str]], titles: list[str]) -> str:
    """A table without the columns in which nothing stands."""
    used = [place for place in range(len(titles)) if any(row[place] for row in rows)]
    return table([[row[place] for place in used] for row in rows], [titles[place] for place in used])


def _rung(one: dict[str, Any], found: Backtest, shown: Shown) -> list[str]:
    """What another number would have come to."""
    timed, share = one["within"] is not None and found.past.part == "within", one["share_of_leads"]
    number = one["within"] if timed else target_text(found.commitment, shown, Decimal(str(one["target"])))
    own = " (as written)" if one["own"] else ""
    kept = "" if one["kept"] is None else _kept(one)
    return [f"{number}{own}", kept, "" if share is None else f"{share * 100:.1f}%"]


COMMANDS = (Command("backtest", "a proposed number on imported history", _backtest, _arguments),)
