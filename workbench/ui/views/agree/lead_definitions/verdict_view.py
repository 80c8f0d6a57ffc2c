"""What the definitions make of the lead that is tried: the answer large, then every criterion that led to it.

Each line leads to the criterion it is about. Must not know where the lead comes from.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from workbench.agreement.model import Agreement
from workbench.agreement.qualification.criterion import Holds
from workbench.agreement.qualification.score import Span
from workbench.agreement.qualification.verdict import Finding, Part, Verdict
from workbench.agreement.qualification.wording import measured, segment_names
from workbench.agreement.sections.criteria import Condition
from workbench.agreement.sections.lead_definitions import EXCLUSION_KINDS, Exclusion
from workbench.agreement.sentences import sentence
from workbench.base.language import N_, Language
from workbench.fields.value import Shown
from workbench.ui.parts.chip import Chip, ChipTone
from workbench.ui.parts.icon_label import IconLabel
from workbench.ui.parts.label import Label, Tone
from workbench.ui.parts.layout import Item, Panel, column, row, stretch
from workbench.ui.parts.press_row import PressRow
from workbench.ui.views.dates import day_and_time

if TYPE_CHECKING:
    from workbench.tracking.due import Due

PARTS: Final[tuple[tuple[Part, str], ...]] = (
    ("exclusions", N_("Never qualified")),
    ("fit", N_("Fit, all of these")),
    ("behaviour", N_("Behaviour, one alone or two others")),
    ("hand_raiser_signs", N_("Hand-raiser, one of these")),
)
_SAYS: Final[dict[Holds, tuple[str, Tone]]] = {
    True: (N_("Qualified"), "ok"), False: (N_("Not qualified"), "bad"), None: (N_("Cannot be told yet"), "warn"),
}  # fmt: skip
_QUALIFY: Final[frozenset[Part]] = frozenset({"fit", "behaviour"})
_GLYPHS: Final[dict[Holds, tuple[str, str, str]]] = {
    True: ("circle-check", "ok", N_("yes")),
    False: ("circle-x", "bad", N_("no")),
    None: ("circle-help", "muted", N_("not known")),
}
_CONCERNS: Final[dict[Holds, str]] = {
    True: N_("Only for {segments}."),
    False: N_("Only for {segments}; this lead is of another."),
    None: N_("Only for {segments}; the lead's segment is not known."),
}
_KINDS: Final = {option.value: option.label for option in EXCLUSION_KINDS}


def criterion_words(finding: Finding, shown: Shown) -> str:
    """What a criterion is called, in words."""
    one = finding.row
    if isinstance(one, Condition):
        return measured(one, shown)
    if isinstance(one, Exclusion):
        return ": ".join(part for part in (shown.text(_KINDS.get(one.kind, "")), one.rule) if part)
    return one.name or measured(one, shown)


class FindingLine(PressRow):
    """One criterion: its glyph, its words, and what the lead says to it."""

    def __init__(self, finding: Finding, shown: Shown, go: Callable[[str], object]) -> None:
        self._icon = IconLabel("circle-help", "muted", 15)
        self._words, self._seen = Label("", "body", wrap=True, tone="text"), Label("", "tiny", wrap=True)
        icon = column(2, self._icon, stretch(), gap=0)
        path = finding.path
        super().__init__(
            row(icon, (column(self._words, self._seen, gap=0), 1), gap=8), says="", on_press=lambda: go(path),
            padding=(6, 3, 6, 3),
        )  # fmt: skip
        self.show_finding(finding, shown)

    def show_finding(self, finding: Finding, shown: Shown) -> None:
        """Show what the lead says now."""
        text = shown.language.text
        holds = finding.holds if finding.part != "exclusions" or finding.holds is None else not finding.holds
        glyph, color, says = _GLYPHS[holds]  # an exclusion that is so speaks against the lead
        if finding.concerns is False:
            glyph, color, says = "minus", "muted", N_("does not concern it")
        elif holds is False and finding.part in {"behaviour", "hand_raiser_signs"}:
            glyph, color = "circle-minus", "muted"  # one of several that would do
        self._icon.show_icon(glyph, color)
        words = criterion_words(finding, shown)
        self._words.setText(words)
        seen = " ".join(part for part in (_whose(finding, shown), _said(finding, shown)) if part)
        self._seen.setText(seen)
        self._seen.setVisible(bool(seen))
        says = text(says if finding.concerns is False else _GLYPHS[finding.holds][2])
        self.setAccessibleName(f"{says}: {words}. {seen}")


def _said(finding: Finding, shown: Shown) -> str:
    """What the lead's column says."""
    if not finding.seen or finding.concerns is False:
        return ""
    return shown.text(N_("It says: {value}")).format(value=finding.seen)


def _whose(finding: Finding, shown: Shown) -> str:
    """For whose leads the criterion holds, and whether this is one."""
    if isinstance(finding.row, Condition) or not finding.row.segments:
        return ""
    template = _CONCERNS[finding.concerns]
    return shown.text(template).format(segments=segment_names(finding.row, shown))


class VerdictView(Panel):
    """The answer and its reasons.

    Args:
        language: Of the window.
        go: Brings a criterion into view.
    """

    def __init__(self, language: Language, go: Callable[[str], object]) -> None:
        self._language, self._go = language, go
        self.answer = Label("", "h1")
        self.stage, self.tier = Chip("", "accent"), Chip("", "idle")
        self.why = Label("", "muted", wrap=True)
        self.clocks = Label("", "body", wrap=True, tone="text")
        self.points = Label("", "muted", wrap=True)
        self._lines: dict[str, FindingLine] = {}
        self._list = column(gap=1)
        super().__init__(
            column(
                self.answer,
                row(self.stage, self.tier, stretch(), gap=6),
                self.why, self.clocks, self.points, 2, self._list, gap=8,
            ),
            name=language.text(N_("What the definitions make of it")),
        )  # fmt: skip

    def show_verdict(self, verdict: Verdict, agreement: Agreement, shown: Shown) -> None:
        """Show another answer."""
        text = self._language.text
        words, tone = _SAYS[verdict.qualified]
        self.answer.setText(text(words))
        self.answer.set_tone(tone)
        stage = verdict.stage
        self.stage.setText((stage.short or stage.name) if stage else "")
        self.stage.setVisible(stage is not None)
        tier: tuple[str, ChipTone] = ("", "idle")
        if verdict.tier is not None:
            tier = (verdict.tier.name, "plain")
        elif verdict.qualified is not False and agreement.lead_definitions.tiers:
            tier = (text(N_("tier not told by data")), "warn")
        self.tier.show_state(*tier)
        self.tier.setVisible(bool(tier[0]))
        self.why.setText(self._why(verdict))
        self.points.setText(self._points(verdict))
        self.points.setVisible(verdict.score is not None)
        self._show_lines(verdict.findings, shown)

    def show_blank(self) -> None:
        """Say that there is no lead yet; the criteria stay to be read."""
        self.answer.setText(self._language.text(N_("No lead yet")))
        self.answer.set_tone("muted")
        self.why.setText(self._language.text(N_("Its stage, its tier and every deadline will stand here.")))
        for one in (self.stage, self.tier, self.points):
            one.hide()

    def show_clocks(self, found: Sequence[Due], shown: Shown) -> None:
        """Show by when sales owes what; nothing before the lead qualifies."""
        text, said = self._language.text, []
        for one in sorted(found, key=lambda one: one.commitment.kind != "response"):  # the first answer first
            kind = {
                "response": N_("First contact"), "decision": N_("Decision"), "follow_up_depth": N_("All attempts"),
            }[one.commitment.kind]  # fmt: skip
            if one.deadline is None:
                said.append(f"{text(kind)}: {text(one.why_not)}")
                continue
            day, time = day_and_time(one.deadline, self._language)
            words = text(N_("{what} by {day}, {time} ({label})"))
            said.append(words.format(what=text(kind), day=day, time=time, label=one.commitment.label))
        self.clocks.setText("\n".join(said))
        self.clocks.setToolTip("\n".join(sentence(one.commitment, shown) for one in found))
        self.clocks.setVisible(bool(said))

    def _why(self, verdict: Verdict) -> str:
        text = self._language.text
        if verdict.excluded:
            words = N_("An exclusion keeps it out, whatever else is true.")
        elif verdict.qualified is False and not any(one.concerns for one in verdict.findings if one.part in _QUALIFY):
            words = N_("No fit or behaviour criterion holds for leads of its segment.")
        elif verdict.fit is False:
            words = N_("It does not fit: a fit criterion is not met.")
        elif verdict.qualified and verdict.fit and verdict.hand_raiser:
            words = N_("It fits and asked to talk, so it qualifies at once.")
        elif verdict.qualified and verdict.fit and verdict.interest:
            words = N_("It fits and has shown interest.")
        elif verdict.qualified and verdict.by_points:
            words = N_("It has enough points.")
        elif verdict.qualified is False:
            words = (
                N_("It fits, but shows too little interest.") if verdict.fit else N_("It shows too little interest.")
            )
        else:
            words = N_("Something that decides is not known; a blank cell proves nothing.")
        said = text(words)
        if verdict.by_column:
            said += " " + text(N_("Its tier is what the tier column says."))
        return said

    def _points(self, verdict: Verdict) -> str:
        found = verdict.score
        if found is None:
            return ""
        text = self._language.text
        words = text(N_("{total} points: {fit} of fit, {interest} of interest.")).format(
            total=_span(found.total), fit=_span(found.fit), interest=_span(found.interest)
        )
        if found.faded:
            words += " " + text(N_("{n} faded with time.")).format(n=found.faded)
        from_points = text(N_(" or ")).join(str(one) for one in found.needed if one is not None)
        return words + (" " + text(N_("Qualified from {n}.")).format(n=from_points) if from_points else "")

    def _show_lines(self, findings: tuple[Finding, ...], shown: Shown) -> None:
        if [one.path for one in findings] == list(self._lines):
            for one in findings:
                self._lines[one.path].show_finding(one, shown)
            return
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._lines.clear()
        items: list[Item] = []
        for part, title in PARTS:
            here = [one for one in findings if one.part == part]
            if here:
                items += [6] if items else []
                items.append(Label(self._language.text(title), "over"))
            for one in here:
                self._lines[one.path] = FindingLine(one, shown, self._go)
                items.append(self._lines[one.path])
        self._list.put(*items)


def _span(points: Span) -> str:
    return str(points.least) if points.least == points.most else f"{points.least}\u2013{points.most}"
