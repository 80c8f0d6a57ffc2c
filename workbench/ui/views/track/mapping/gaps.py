"""Which promises a file can check, and for each of the others which column is missing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from workbench.agreement.model import shown_in
from workbench.agreement.sentences import short_name
from workbench.base.language import N_, Language
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.icon_label import IconLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Item, column, row, stretch
from workbench.ui.views.track.mapping.choices import Choices
from workbench.ui.views.track.mapping.section import Section

if TYPE_CHECKING:
    from workbench.agreement.commitment import Commitment
    from workbench.ui.views.track.learning import Known

MOST = 5


class Gaps(Section):
    """The part about what can be checked.

    Args:
        language: For the words.
        known: The promises, and the fields that earlier imports carried.
    """

    def __init__(self, language: Language, known: Known) -> None:
        self._language, self._text, self._known = language, language.text, known
        super().__init__("gauge", self._text(N_("What this file can check")))

    def show_choices(self, choices: Choices) -> None:
        """Say what can be checked with the columns as they are decided now."""
        newest = self._known.check.newest
        about_leads = [one for one in newest.commitments if one.anchor]
        have = fields_of(choices) | self._known.fields
        missing = {one.id: lacking(one, have) for one in about_leads}
        blind = [one for one in about_leads if missing[one.id]]
        by_hand = len(newest.commitments) - len(about_leads)
        said = self._text(N_("{n} of {all}")).format(n=len(about_leads) - len(blind), all=len(about_leads))
        self.say(said, "idle" if blind else "ok")
        shown = shown_in(newest.agreement, self._language)
        lines: list[Item] = [
            _line("ban", short_name(one, shown), self._without(missing[one.id])) for one in blind[:MOST]
        ]  # fmt: skip
        if len(blind) > MOST:
            more = self._language.count("and {n} more promise", "and {n} more promises", len(blind) - MOST)
            lines.append(Label(more.format(n=len(blind) - MOST), "muted"))
        if by_hand:
            words = self._language.count("{n} promise without leads", "{n} promises without leads", by_hand)
            why = self._text(N_("Totals are entered or imported, things done are entered"))
            lines.append(_line("clock", words.format(n=by_hand), why))
        timely = {"first_touch_at", "attempts", "last_attempt_at"}
        if any(timely & set(fields) for fields in missing.values()):
            more = N_("An export of calls and tasks, imported after this file, gives first touches and attempts.")
            lines.append(Label(self._text(more), "muted", wrap=True))
        if not blind:
            lines.insert(0, Label(self._text(N_("Every promise about leads can be checked.")), "body", wrap=True))
        self.replace(*lines)

    def _without(self, fields: Iterable[str]) -> str:
        from workbench.tracking.measurable import field_label  # noqa: PLC0415  (loads numpy)

        names = ", ".join(self._text(field_label(one)) for one in fields)
        return self._text(N_("No column for {fields}")).format(fields=names)


def fields_of(choices: Choices) -> frozenset[str]:
    """The fields a file will carry: its columns, and the dates that words stand for."""
    return choices.fields | {said for words in choices.values.values() for said in words.values()}


def lacking(one: Commitment, have: Iterable[str]) -> tuple[str, ...]:
    """The fields a promise needs that nothing carries."""
    from workbench.tracking.measurable import missing_among  # noqa: PLC0415  (loads numpy)

    return missing_among(one, set(have))


def _line(icon: str, title: str, why: str) -> Item:
    words = column(ElidingLabel(title, "h3"), ElidingLabel(why, "tiny"), gap=1)
    return row(column(IconLabel(icon, "muted", 16), stretch()), (words, 1), gap=9)
