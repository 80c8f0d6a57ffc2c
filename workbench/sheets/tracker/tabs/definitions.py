"""The sheet of definitions: what both teams mean by their words, and by the words of this workbook.

Must not know leads or results.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.agreement.model import Agreement, shown_in
from workbench.agreement.phrases import condition
from workbench.agreement.qualification.wording import measured, only_for
from workbench.agreement.sections.lead_definitions import BehaviourCriterion, Exclusion, FitCriterion
from workbench.agreement.sections.teams import Segment
from workbench.agreement.segments import segment_filters
from workbench.base.language import N_, Language
from workbench.fields.amounts import duration_text
from workbench.fields.declare import field_of
from workbench.fields.value import Shown
from workbench.sheets.tracker.look import palette
from workbench.sheets.tracker.look.book import Sheet
from workbench.sheets.tracker.model import Model

HEADER_ROW = 5
OURS = (
    (N_("Met, late, overdue, pending"),
     N_("Event on or before the deadline; after it; no event and the deadline has passed; no event and it has not.")),
    (N_("Excluded, unknown"),
     N_("Left out with a reason; a date it needs cannot be read, or lies before the start. Neither counts.")),
    (N_("Value of a share"), N_("Met of all decided: met, late and overdue. Pending leads count neither way.")),
    (N_("Kept"), N_("The result reaches the target less the agreed tolerance. An open period is never missed.")),
    (N_("On track, at risk"), N_("The period is open: the result so far reaches the target or the pace, or does not.")),
    (N_("Too little data"),
     N_("Fewer decided and pending leads than the agreed sample: the numbers are shown, not judged.")),
    (N_("Not measurable"), N_("A column it needs has never been filled, or something is missing in the agreement.")),
    (N_("Working time"),
     N_("Time inside the opening hours of the calendar; nights, days off and outages do not count.")),
)  # fmt: skip


def write_definitions(sheet: Sheet, model: Model) -> None:
    """Write the glossary, the stages, and the words of this workbook."""
    text, styles = sheet.book.text, sheet.book.styles
    sheet.head(text(N_("Definitions")), text(N_("The words of the agreement, so that nobody has to guess.")))
    sheet.widths([2, 27, 90, 42])
    row = HEADER_ROW
    for title, entries in _parts(model, sheet.book.words):
        if not entries:
            continue
        sheet.row(row, 1, [title, text(N_("Means")), text(N_("Used to be called"))], styles.header())
        for term, meaning, before in entries:
            row += 1
            lines = max(1, -(-len(meaning) // 100), -(-len(before) // 46), -(-len(term) // 28))
            sheet.page.set_row(row, 8 + 13 * lines)
            sheet.put(row, 1, term, styles.row(bold=True, text_wrap=True))
            sheet.put(row, 2, meaning, styles.row(text_wrap=True))
            sheet.put(row, 3, before, styles.row(text_wrap=True, font_color=palette.SECOND))
        row += 2
    sheet.page.freeze_panes(HEADER_ROW, 0)
    sheet.page.protect("", {"format_columns": True, "format_rows": True})
    sheet.print_on()


def _parts(model: Model, words: Language) -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
    agreement = model.subject.agreement
    shown = shown_in(agreement, words)
    glossary = []
    for term in agreement.common_language.glossary:
        names = ((term.marketing_word, N_("marketing")), (term.sales_word, N_("sales")))
        before = [f"{word} ({words.text(team)})" for word, team in names if word]
        glossary.append((term.term, term.definition, ", ".join([*before, *term.synonyms])))
    yield words.text(N_("Word")), glossary
    stages = [
        (one.name if one.short in {"", one.name} else f"{one.short} · {one.name}", one.entry, "")
        for one in agreement.lead_definitions.stages
    ]
    yield words.text(N_("Stage")), stages
    yield words.text(N_("Segment")), [(one.name, _segment(one, shown), "") for one in agreement.teams.segments]
    yield words.text(N_("Qualified lead")), list(_qualified(agreement, shown))
    yield words.text(N_("In this workbook")), [(words.text(term), words.text(meaning), "") for term, meaning in OURS]


def _segment(one: Segment, shown: Shown) -> str:
    """What belongs to a segment, and how its leads are told."""
    return " ".join(
        part for part in (one.description, "; ".join(condition(f, shown) for f in segment_filters(one))) if part
    )


def _qualified(agreement: Agreement, shown: Shown) -> Iterator[tuple[str, str, str]]:
    """What a qualified lead must be and do, and what never qualifies, each with its data and for whom it holds."""
    definitions, text = agreement.lead_definitions, shown.language.text
    for fit in definitions.fit:
        yield text(N_("Fits: all of these")), _joined(fit.name, _rest(fit, shown)), ""
    for act in definitions.behaviour:
        alone = text(N_("enough alone")) if act.enough else ""
        yield text(N_("Shows interest: one alone, or two others")), _joined(act.name, _rest(act, shown, alone)), ""
    if definitions.hand_raiser:
        yield text(N_("Hand-raisers")), definitions.hand_raiser, ""
    for one in definitions.exclusions:
        kind = field_of(Exclusion, "kind").kind.format(one.kind, shown)
        yield text(N_("Never qualified")), _joined(f"{kind}: {one.rule}" if one.rule else kind, _rest(one, shown)), ""


def _rest(row: FitCriterion | BehaviourCriterion | Exclusion, shown: Shown, more: str = "") -> str:
    within = None if isinstance(row, FitCriterion) else row.within
    told = shown.text(N_("within {time}")).format(time=duration_text(within, shown)) if within else ""
    seen = measured(row, shown) if row.field else ""
    return "; ".join(part for part in (seen, told, more, only_for(row, shown)) if part)


def _joined(name: str, rest: str) -> str:
    return f"{name} ({rest})" if rest else name
