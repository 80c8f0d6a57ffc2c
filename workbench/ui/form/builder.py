"""Builds the form of one section or row from its layout: groups of fields, bound to a draft. Must not know pages.

A group is made empty and built when it is wanted, so that a page can show its first cards before the last are made.
"""

from __future__ import annotations

import dataclasses
from typing import Any

from workbench.base.errors import NotFoundError
from workbench.fields.declare import field_of
from workbench.fields.links import RowsKind
from workbench.fields.path import join, parse_path
from workbench.ui.form.binder import Place
from workbench.ui.form.draft import within
from workbench.ui.form.editors.choices import SeveralEditor
from workbench.ui.form.editors.kinds import editor_for
from workbench.ui.form.field_frame import FieldFrame
from workbench.ui.form.field_lines import FieldLines
from workbench.ui.form.fold import Fold
from workbench.ui.form.layouts import Group, Layout, Width
from workbench.ui.form.plan import Plan
from workbench.ui.form.row_card import RowBody
from workbench.ui.form.rows import RowsEditor
from workbench.ui.form.showing import set_shown
from workbench.ui.parts.card import MARGINS
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import NONE, Box, Margins, Panel, column
from workbench.ui.parts.two_columns import TwoColumns

FOLDED_MARGINS: Margins = (14, 9, 20, 9)
"""Of a card that is only a title to press: the title's own air makes its words stand where other titles do."""

INSIDE_MARGINS: Margins = (6, 0, 0, 9)
"""What is inside stands where other cards' fields do."""

BESIDE_FROM = 560
"""Design pixels from which on a part of the page stands beside its fields."""

LETTERS: dict[Width, int] = {"full": 60, "wide": 42, "half": 34, "third": 15}
"""Letters of answers that have room side by side in a width."""


class GroupPanel(Panel):
    """One group of fields of a section or row.

    Args:
        group: Which fields.
        owner: Their class.
        path: Written path of the section or row.
        plan: What the form is built with.
        nested: Inside a row, where it is no card of its own.
    """

    def __init__(self, group: Group, owner: type[Any], path: str, plan: Plan, *, nested: bool = False) -> None:
        self.group = group
        self._owner, self._path, self._plan, self._nested = owner, path, plan, nested
        margins = NONE if nested else FOLDED_MARGINS if group.folded else MARGINS
        self._column = column(margins=margins, gap=12)
        super().__init__(self._column, card="" if nested else "plain")
        self._language = plan.language
        self._fold: Fold | None = None
        self._built = False

    @property
    def built(self) -> bool:
        """Whether its fields are there (or, folded, its title)."""
        return self._built

    def build(self) -> None:
        """Make the fields; a folded group makes them when it is opened."""
        if self._built:
            return
        self._built = True
        if self.group.folded:
            around = NONE if self._nested else INSIDE_MARGINS
            self._fold = Fold(self._language.text(self.group.title), self._fill, self._language, around=around)
            self._fold.opened.connect(self._plan.binder.arranged)
            self._column.put(self._fold)
            self._plan.draft.changed.connect(self._summarise)
            self._plan.draft.issues_changed.connect(self._count)
            self._summarise(self._path)
            self._count()
            return
        if self.group.title:
            self._column.put(Label(self._language.text(self.group.title), "h3" if self._nested else "h2"))
        if self.group.help:
            self._column.put(Label(self._language.text(self.group.help), "muted", wrap=True))
        self._fill(self._column)

    def reveal(self, path: str) -> Place | None:
        """Build and open what holds a place, and answer it; nothing when it is not in this group."""
        name = parse_path(path[len(self._path) :].lstrip(".") if self._path else path)[0]
        if name not in {spot.name for spot in self.group.spots}:
            return None
        self.build()
        if self._fold is not None:
            self._fold.show_inside(open_it=True)
        place = self._plan.binder.place(join(self._path, name))
        if place is not None and place.path != path and isinstance(place.editor, RowsEditor):
            return place.editor.reveal(path) or place
        return place

    def _fill(self, target: Box) -> None:
        """Make the fields inside what holds them already: moving a finished form costs as much as making it."""
        beside = self.group.beside
        lines = FieldLines(keep=beside)
        tool = self._plan.craft.tools.get(self.group.tool)
        plan = self._plan
        if beside and tool is not None:
            plan = dataclasses.replace(plan, quiet=True)
            target.put(TwoColumns((lines,), (tool(plan),), below=BESIDE_FROM, weights=(5, 9)))
        elif self.group.spots:
            target.put(lines)
        draft = plan.draft
        for spot in self.group.spots:
            field, path = field_of(self._owner, spot.name), join(self._path, spot.name)
            if isinstance(field.kind, RowsKind):
                made = plan.craft.lists.get(path, RowsEditor)
                rows = made(field, path, plan, body_for, lines, heading=self._heading())
                lines.put_wide(rows.widget)
                plan.binder.bind(path, rows)
                continue
            letters = LETTERS["third" if plan.quiet else spot.width]
            wraps = plan.quiet and not beside  # on a tile
            editor = editor_for(field, draft, lines, letters=letters, wraps=wraps)
            label = self._language.text(field.label)
            offer = plan.offer(path, label, spot.width)
            if offer is None and plan.craft.offer is not None:
                offer = plan.craft.offer(plan, path, label)
            frame = FieldFrame(field, editor, self._language, offer, quiet=plan.quiet)
            if spot.if_any and isinstance(editor, SeveralEditor):
                frame.follow_choices(editor)
            lines.put(frame, spot.width)
            plan.binder.bind(path, editor, frame)
        lines.end_line()
        if tool is not None and not beside:
            target.put(tool(plan))

    def _heading(self) -> bool:
        return not self._nested and not self.group.title

    def _summarise(self, path: str) -> None:
        if self._fold is None or not (within(path, self._path) or within(self._path, path)):
            return
        shown, words = self._plan.draft.shown, []
        try:
            node = self._plan.draft.value(self._path) if self._path else self._plan.draft.root
        except NotFoundError:
            return  # the row is gone, and this with the next turn of the event loop
        for spot in self.group.spots:
            field, value = field_of(self._owner, spot.name), getattr(node, spot.name)
            if not field.kind.is_empty(value):
                words.append(f"{shown.language.text(field.label)}: {field.kind.format(value, shown)}")
        self._fold.summarise("   ".join(words))

    def _count(self) -> None:
        if self._fold is not None:
            inside = [join(self._path, spot.name) for spot in self.group.spots]
            found = [issue for issue in self._plan.draft.issues if any(within(issue.path, at) for at in inside)]
            self._fold.show_open_questions(len(found))


class FormBody(RowBody):
    """The groups of a section or row, one below the other.

    Attributes:
        groups: In reading order.

    Args:
        owner: The class.
        path: Written path of the section or row.
        layout: Its layout.
        plan: What the form is built with.
        nested: Inside a row.
    """

    def __init__(self, owner: type[Any], path: str, layout: Layout, plan: Plan, *, nested: bool = False) -> None:
        self._column = column(gap=14 if nested else 12)
        super().__init__(self._column)
        self.groups = [GroupPanel(group, owner, path, plan, nested=nested) for group in layout.groups]
        for group in self.groups:
            group.setParent(self)
            group.hide()

    def build_next(self) -> bool:
        """Build and show the first group that is not there yet; answers whether there was one."""
        group = next((group for group in self.groups if not group.built), None)
        if group is None:
            return False
        self._column.put(group)
        group.build()
        set_shown(group, True)
        return True

    def build(self) -> None:
        """Build and show all groups."""
        while self.build_next():
            pass

    def reveal(self, path: str) -> Place | None:
        """Build and open what holds a place, and answer it; nothing when it is not here."""
        for group in self.groups:
            self.build_next()
            place = group.reveal(path)
            if place is not None:
                return place
        return None


def body_for(owner: type[Any], path: str, layout: Layout, plan: Plan) -> FormBody:
    """The form of a row, to be built where it stands."""
    return FormBody(owner, path, layout, plan, nested=True)
