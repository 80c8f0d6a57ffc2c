"""The selected cell as a sentence whose numbers are its editors; all the rest of the promise below.

Must not know the matrix.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workbench.agreement.sections.follow_up import FollowUpTier
from workbench.base.language import N_
from workbench.fields.declare import field_of
from workbench.fields.issue import Issue, Severity
from workbench.fields.path import join
from workbench.ui.form.binder import Place
from workbench.ui.form.editors.editor import Editor
from workbench.ui.form.editors.kinds import editor_for
from workbench.ui.form.field_frame import NoteLabel
from workbench.ui.form.field_lines import FieldLines
from workbench.ui.form.layouts import Group, Layout, Spot
from workbench.ui.form.plan import Plan
from workbench.ui.form.row_card import RowBody
from workbench.ui.form.row_frame import RowActions, RowFrame
from workbench.ui.form.showing import set_shown
from workbench.ui.parts.flow import Flow
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Item, column, row, stretch
from workbench.ui.parts.rule import Rule
from workbench.ui.parts.sizing import sized

LINE = 36
SENTENCE = ("target", "share", "attempts", "attempts_within")
WIDTHS = {"target": 292, "share": 84, "attempts": 72, "attempts_within": 268}
REST = Layout(
    (
        Group((Spot("tier", "half"), Spot("sources", "half"))),
        Group(
            (Spot("period", "half"), Spot("owner", "half"), Spot("consequence")),
            N_("Who answers for it"),
            folded=True,
        ),
        Group((Spot("channels"), Spot("attempts_share", "half")), N_("How the attempts are made"), folded=True),
        Group(
            (Spot("decision_within", "half"), Spot("decision_share", "half")),
            N_("How soon sales decides"),
            folded=True,
        ),
        Group(
            (Spot("name"), Spot("tolerance", "third"), Spot("minimum_sample", "third"), Spot("calendar", "third"),
             Spot("scope")),
            N_("How it is judged"),
            folded=True,
        ),
    )
)  # fmt: skip
"""Everything of a promise that is not in its sentence."""

MakeRest = Callable[[Layout], RowBody]


class SentenceLine(FieldLines):
    """Words and editors on a line that breaks where it must; a panel can stand under it as under any field."""

    def __init__(self) -> None:
        super().__init__(keep=True)

    def say(self, items: list[QWidget]) -> None:
        """Put words and editors."""
        held = Flow(gap=8, line_gap=8)
        self._lines.put(held)  # no widget between: whoever looks for an editor's line finds this one
        for one in items:
            held.addWidget(one)


class _Note:
    """What is wrong with one editor of the sentence, told under the whole of it."""

    def __init__(self, editor: CellEditor, name: str, label: str) -> None:
        self._editor, self._name, self._label = editor, name, label

    def show_problem(self, severity: Severity | None, message: str) -> None:
        """Tell it."""
        said = message if not message or message.startswith(self._label) else f"{self._label}: {message}"
        self._editor.show_part_problem(self._name, severity, said)

    def show_empty(self, empty: bool) -> None:
        """An empty place in a sentence is plain to see."""


class CellEditor(RowFrame):
    """One promise.

    Args:
        key: Of the promise.
        path: Its written path.
        plan: What the form is built with.
        actions: What the tools do.
        make_rest: Makes the form of what is not in the sentence.
        parent: The list.
    """

    def __init__(
        self, key: str, path: str, plan: Plan, actions: RowActions, make_rest: MakeRest, parent: QWidget
    ) -> None:
        super().__init__(key, actions, plan.language, parent, card="quiet")
        self._path, self._plan = path, plan
        self._problems: dict[str, tuple[Severity, str]] = {}
        text = plan.language.text
        self._title = Label("", "h3")
        self._line = SentenceLine()
        editors = {name: self._editor(name) for name in SENTENCE}
        words = {
            "target": text(N_("First contact within")), "share": text(N_("for")),
            "attempts": text(N_("of the leads; then at least")), "attempts_within": text(N_("attempts within")),
        }  # fmt: skip
        said: list[QWidget] = []
        for name, editor in editors.items():
            said += [_word(words[name]), editor.widget]
        self._line.say(said)
        offer = plan.offer(join(path, "target"), text(field_of(FollowUpTier, "target").label), "half")
        self._note = NoteLabel()
        self._note.hide()
        self._rest = make_rest(REST)
        head: list[Item] = [self._title, stretch(), *([offer] if offer is not None else []), self.more, self.bin]
        parts = column(row(*head, gap=6), self._line, self._note, Rule(), self._rest, margins=(14, 8, 10, 14), gap=9)
        self.setLayout(parts)
        self._first = editors["target"]
        for name, editor in editors.items():
            plan.binder.bind(join(path, name), editor, _Note(self, name, text(editor.field.label)))

    def build_rest(self) -> None:
        """Make the fields that are not in the sentence."""
        self._rest.build()

    def _editor(self, name: str) -> Editor:
        made = editor_for(field_of(FollowUpTier, name), self._plan.draft, self._line, narrow=True)
        sized(made.widget, width=WIDTHS[name])
        return made

    def show_row(self, number: int, name: str) -> None:
        """Show what the promise is called."""
        super().show_row(number, name)
        self._title.setText(name)
        self.setAccessibleName(name)

    def show_part_problem(self, name: str, severity: Severity | None, message: str) -> None:
        """Show the first thing that is wrong in the sentence."""
        self._problems.pop(name, None)
        if severity and message:
            self._problems[name] = (severity, message)
        first = next(iter(sorted(self._problems.values(), key=lambda one: one[0] != "error")), None)
        self._note.show_problem(*(first or (None, "")))
        set_shown(self._note, first is not None)

    def show_issues(self, issues: tuple[Issue, ...]) -> None:
        """Show what is said of the promise as a whole; its editors show their own."""
        own = next((issue for issue in issues if issue.path == self._path), None)
        self.show_part_problem("", own.severity if own else None, own.message(self._language) if own else "")

    def reveal(self, path: str) -> Place | None:
        """The editor of a place."""
        name = path[len(self._path) + 1 :]
        return self._plan.binder.place(path) if name in SENTENCE else self._rest.reveal(path)

    def first(self) -> QWidget:
        """The time."""
        return self._first.target


def _word(words: str) -> Label:
    made = Label(words, "label")
    sized(made, height=LINE)
    return made
