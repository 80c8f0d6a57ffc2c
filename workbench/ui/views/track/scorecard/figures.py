"""The five figures of a number, each with the formula it opens. Must not know widgets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from workbench.agreement.commitment import Commitment
from workbench.agreement.sentences import target_text
from workbench.agreement.value_text import count_text, share_text, value_text
from workbench.base.language import N_
from workbench.fields.value import Shown
from workbench.tracking.arithmetic import length_text
from workbench.tracking.result import Result
from workbench.ui.parts.formula import Formula, Input
from workbench.ui.views.track.scorecard.outcomes import outcome_of

MOST = 5


@dataclass(frozen=True)
class FigureWords:
    """A figure.

    Attributes:
        number: As written.
        caption: What it is.
        formula: How it came about; nothing for a number that was entered.
    """

    number: str
    caption: str
    formula: Formula | None = None


class Figures:
    """Makes the figures of one line.

    Args:
        commitment: As the version that judged has it.
        line: The line.
        shown: How values are written.
        title: What the line is called, with its period.
    """

    def __init__(self, commitment: Commitment, line: Result, shown: Shown, title: str) -> None:
        self._commitment, self._line, self._shown, self._title = commitment, line, shown, title
        self._text = shown.language.text

    def make(self) -> list[FigureWords]:
        """At most five; the most telling first."""
        line = self._line
        if line.status in {"not_measurable", "not_due"} and line.value is None:
            return [self._agreed()]
        if line.met is not None and line.lowest is not None:
            made = [*self._share(), *self._rest()]
        elif line.pace is not None:
            made = [*self._count(), *self._rest()]
        else:
            made = [*self._total()]
        return made[:MOST]

    # Shares

    def _share(self) -> Iterator[FigureWords]:
        line, text = self._line, self._text
        met, late, overdue, pending = (getattr(line, name) or 0 for name in ("met", "late", "overdue", "pending"))
        decided = line.denominator or 0
        parts = (
            *(
                Input(text(outcome_of(self._commitment.kind, key).word), str(number), text(N_("counted")), "calculator")
                for key, number in (("met", met), ("late", late), ("overdue", overdue))
                if number or key != "overdue"
            ),
            self._target(),
        )
        if line.value is not None:
            made = self._formula(
                f"{met} ÷ ({met} + {late} + {overdue}) =",
                share_text(line.value, self._shown),
                parts,
                N_("Pending, excluded and unknown leads count for nobody. Rounded once, at the end."),
            )
            yield FigureWords(share_text(line.value, self._shown),
                              text(N_("{n} of {all} decided")).format(n=met, all=decided), made)  # fmt: skip
        yield from self._period_view(decided)
        if pending and line.lowest is not None and line.highest is not None:
            low, high = share_text(line.lowest, self._shown), share_text(line.highest, self._shown)
            equation = f"{met} ÷ ({decided} + {pending})  …  ({met} + {pending}) ÷ ({decided} + {pending}) ="
            made = self._formula(
                equation, f"{low} … {high}", (), N_("If every pending lead fails, if every one is kept.")
            )
            words = text(N_("{low} to {high}")).format(low=low.removesuffix("%"), high=high)
            yield FigureWords(words, text(N_("with {n} pending")).format(n=pending), made)
        for seconds, words, note in (
            (line.median_seconds, N_("median"), N_("Half of the working times are shorter.")),
            (line.p90_seconds, N_("90th percentile"), N_("Nine of ten working times are shorter; as PERCENTILE.INC.")),
        ):
            if seconds is not None:
                made = self._formula(
                    text(N_("Working times of the leads met and late:")),
                    length_text(seconds, self._shown.language),
                    (),
                    note,
                )
                yield FigureWords(length_text(seconds, self._shown.language), text(words), made)  # fmt: skip
        yield from self._misses(late + overdue, decided)

    def _period_view(self, entered: int) -> Iterator[FigureWords]:
        """The other view of a conversion, which nobody is judged by."""
        line, text = self._line, self._text
        if line.reached_in_period is None or line.period_value is None:
            return
        number = share_text(line.period_value, self._shown)
        note = N_(
            "Leads that got there in this period, whenever they entered, by those that entered in it. "
            "The verdict is on the leads that entered."
        )
        made = self._formula(f"{line.reached_in_period} ÷ {entered} =", number, (), note)
        yield FigureWords(number, text(N_("period view")), made)

    def _misses(self, misses: int, decided: int) -> Iterator[FigureWords]:
        allowed = self._line.allowed_misses
        if allowed is None or self._line.target is None:
            return
        left = allowed - misses
        equation = f"⌊(1 − {self._agreed_text()}) × {decided}⌋ − {misses} ="
        made = self._formula(equation, str(left), (), N_("How many more of the decided leads may fail."))
        if left >= 0:
            number = self._text(N_("{n} of {all}")).format(n=left, all=allowed)
            yield FigureWords(number, self._text(N_("allowed misses left")), made)
        else:
            number = self._text(N_("{n} over")).format(n=-left)
            yield FigureWords(number, self._text(N_("{n} allowed")).format(n=allowed), made)

    # Counts

    def _count(self) -> Iterator[FigureWords]:
        line = self._line
        assert line.value is not None  # a pace has an actual
        target = line.target or Decimal(0)
        of = self._text(N_("of {target}")).format(target=self._whole(target))
        counted = self._formula(self._text(N_("Counted:")), self._whole(line.value), (self._target(),), "")
        yield FigureWords(self._whole(line.value), of, counted)
        if line.required_per_day is None and line.forecast is None:
            yield self._against(line.value, target, N_("the target"), self._difference(line.value, target))
        else:
            yield self._pace(line.value, target)
        if line.forecast is not None:
            equation = f"{self._whole(line.value)} × {line.working_days} ÷ {line.elapsed_days} ="
            number = self._whole(_rounded(line.forecast))
            made = self._formula(equation, number, (), N_("If the rest of the period brings as much a day."))
            yield FigureWords(number, self._text(N_("forecast")), made)
        yield from self._by_day(line.value, target)

    def _pace(self, value: Decimal, target: Decimal) -> FigureWords:
        line, text = self._line, self._text
        goal = line.pace or Decimal(0)
        calendar = text(N_("calendar"))
        made = self._formula(
            f"{self._whole(target)} × {line.elapsed_days} ÷ {line.working_days} =",
            self._whole(_rounded(goal)),
            (
                Input(text(N_("Working days so far")), str(line.elapsed_days), calendar, "calendar"),
                Input(text(N_("Working days in all")), str(line.working_days), calendar, "calendar"),
                self._target(),
            ),
            N_("Where the count should stand today."),
        )
        return self._against(value, goal, N_("the pace of {goal}"), made)

    def _against(self, value: Decimal, goal: Decimal, caption: str, made: Formula) -> FigureWords:
        gap = _rounded(value) - _rounded(goal)
        words = self._text(N_("{gap} above") if gap >= 0 else N_("{gap} below"))
        return FigureWords(
            words.format(gap=self._whole(abs(gap))),
            self._text(caption).format(goal=self._whole(_rounded(goal))),
            made,
        )

    def _by_day(self, value: Decimal, target: Decimal) -> Iterator[FigureWords]:
        line, past, days = self._line, self._line.elapsed_days or 0, self._line.working_days or 0
        if past:
            each = self._day(value / past)
            caption = self._text(N_("over {n} working days") if past == days else N_("so far")).format(n=past)
            yield FigureWords(each, caption, self._formula(f"{self._whole(value)} ÷ {past} =", each, (), ""))
        if line.required_per_day is not None and days > past:
            each = self._day(line.required_per_day)
            equation = f"({self._whole(target)} − {self._whole(value)}) ÷ {days - past} ="
            left = self._shown.language.count("for the {n} day left", "for the {n} days left", days - past)
            yield FigureWords(each, left.format(n=days - past), self._formula(equation, each, (), ""))

    # Totals

    def _total(self) -> Iterator[FigureWords]:
        line = self._line
        if line.value is not None:
            yield FigureWords(self._whole(line.value), self._text(N_("entered by both teams")))
        yield self._agreed()
        if line.value is not None and line.target is not None and self._commitment.operator != "between":
            gap = line.value - line.target
            words = N_("above the limit") if gap > 0 else N_("below the limit")
            if self._commitment.operator == ">=":
                words = N_("above the target") if gap >= 0 else N_("below the target")
            made = self._difference(line.value, line.target)
            yield FigureWords(self._whole(abs(gap)), self._text(words), made)

    def _rest(self) -> Iterator[FigureWords]:
        """What does not count, where there is room."""
        for name, words in (("excluded", N_("excluded")), ("unknown", N_("unknown"))):
            number = getattr(self._line, name)
            if number:
                yield FigureWords(count_text(number, self._shown), self._text(words))

    # Parts

    def _agreed(self) -> FigureWords:
        return FigureWords(self._agreed_text(), self._text(N_("agreed")))

    def _agreed_text(self) -> str:
        target = self._line.target
        if self._commitment.operator == "between" and self._commitment.target_upper is not None:
            low = target_text(self._commitment, self._shown)
            high = target_text(self._commitment, self._shown, self._commitment.target_upper)
            return self._text(N_("{low} to {high}")).format(low=low, high=high)
        return target_text(self._commitment, self._shown, target)

    def _target(self) -> Input:
        source = self._text(N_("agreed in {label}")).format(label=self._commitment.label)
        return Input(self._text(N_("Target")), self._agreed_text(), source, "lock")

    def _difference(self, value: Decimal, goal: Decimal) -> Formula:
        return self._formula(f"{self._whole(value)} − {self._whole(goal)} =", self._whole(value - goal), (), "")

    def _formula(self, equation: str, result: str, inputs: tuple[Input, ...], note: str) -> Formula:
        return Formula(self._title, equation, result, inputs, self._text(note))

    def _whole(self, value: Decimal) -> str:
        return value_text(self._commitment, value, self._shown)

    def _day(self, value: Decimal) -> str:
        """So much a working day."""
        if self._commitment.unit == "currency":
            said = self._whole(_rounded(value))
        else:
            said = count_text(value.quantize(Decimal("0.1")), self._shown)
        return self._text(N_("{n} a day")).format(n=said)


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1))
