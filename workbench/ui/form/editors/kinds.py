"""Which editor belongs to which kind of field; the only place that knows all of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workbench.fields.amounts import DurationKind, IntegerKind, NumberKind
from workbench.fields.declare import Field
from workbench.fields.kind import Kind
from workbench.fields.links import ReferenceKind, ReferencesKind
from workbench.fields.moments import DayKind, MomentKind, TimeKind
from workbench.fields.pictures import PictureKind
from workbench.fields.words import ChoiceKind, ChoicesKind, CodeKind, TextKind, TextsKind, YesNoKind
from workbench.ui.form.editors.choice import MOST_SEGMENT_LETTERS, ChoiceEditor, SegmentEditor, fits_segments
from workbench.ui.form.editors.choices import ChoicesEditor, ReferencesEditor
from workbench.ui.form.editors.code import CodeEditor
from workbench.ui.form.editors.day import DayEditor, MomentEditor
from workbench.ui.form.editors.duration import DurationEditor
from workbench.ui.form.editors.editor import Editor, Surroundings
from workbench.ui.form.editors.line import LineEditor
from workbench.ui.form.editors.picture import PictureEditor
from workbench.ui.form.editors.prose import ProseEditor
from workbench.ui.form.editors.reference import ReferenceEditor
from workbench.ui.form.editors.yes_no import YesNoEditor

Make = Callable[[Field, Surroundings, QWidget], Editor]

_BY_KIND: dict[type[Kind], Make] = {
    TextsKind: ProseEditor,
    ChoicesKind: ChoicesEditor,
    YesNoKind: YesNoEditor,
    CodeKind: CodeEditor,
    DurationKind: DurationEditor,
    DayKind: DayEditor,
    MomentKind: MomentEditor,
    TimeKind: LineEditor,
    IntegerKind: LineEditor,
    ReferenceKind: ReferenceEditor,
    ReferencesKind: ReferencesEditor,
    PictureKind: PictureEditor,
}


def editor_for(
    field: Field,
    surroundings: Surroundings,
    parent: QWidget,
    *,
    narrow: bool = False,
    wraps: bool = False,
    letters: int = MOST_SEGMENT_LETTERS,
) -> Editor:
    """The editor of a field.

    Args:
        field: What is edited.
        surroundings: What it may ask about the tree.
        parent: The widget it stands in.
        narrow: In a column of a table, where answers side by side have no room.
        wraps: On a tile, where a line of text goes on in the next one.
        letters: How many letters of answers have room side by side.

    Raises:
        TypeError: The kind has no editor; lists of rows are shown by `workbench.ui.form.rows`.
    """
    kind = field.kind
    make = _BY_KIND.get(type(kind))
    if make is None and isinstance(kind, NumberKind):
        make = LineEditor
    elif make is None and isinstance(kind, TextKind):
        make = ProseEditor if kind.lines or narrow or wraps else LineEditor
    if make is ProseEditor and (narrow or (wraps and isinstance(kind, TextKind) and not kind.lines)):
        return ProseEditor(field, surroundings, parent, least_lines=1)
    if make is None and isinstance(kind, ChoiceKind):
        make = SegmentEditor if not narrow and fits_segments(kind, surroundings.shown, letters) else ChoiceEditor
    if make is YesNoEditor and narrow:
        return YesNoEditor(field, surroundings, parent, bare=True)
    if make is None:
        raise TypeError(f"no editor for the kind {kind.name}")
    return make(field, surroundings, parent)
