"""The drawer's actions and tabs over the open agreement: decisions, parked topics, words, the map.

Letters open it while no text field has the focus. What it holds is the draft's, so undo comes back to it here instead
of leaving the clause. Must not know how a tab looks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from workbench.agreement.contents import SECTION, SECTIONS
from workbench.agreement.labels import path_label
from workbench.agreement.preparing.decided import undecided, unsettled
from workbench.agreement.preparing.preparation import Preparation
from workbench.agreement.preparing.remarks import Comment
from workbench.agreement.sections.common_language import CommonLanguage, Term
from workbench.agreement.sections.sign_off import Decision, OpenItem, SignOff
from workbench.base.language import N_
from workbench.ui.actions import Action
from workbench.ui.open_agreement import OpenAgreement
from workbench.ui.parts.tool_button import ToolButton
from workbench.ui.views.desk import Desk
from workbench.ui.views.notebook.drawer import Drawer, TabMaker
from workbench.ui.views.notebook.list_tab import Kept, ListTab
from workbench.ui.views.notebook.map_tab import MapTab
from workbench.ui.views.notebook.notes_tab import NotesTab
from workbench.ui.views.wall_clock import wall_clock

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from workbench.ui.command_palette.ranking import Entry
    from workbench.ui.views.agree.screen import AgreeScreen

DECISIONS, PARKED = "sign_off.decisions", "sign_off.open_items"
PAUSE_MS = 200


class Notebook(QObject):
    """What is written down beside the clause.

    Args:
        desk: The window and its session.
        agree: Knows the section one is at, and goes to another.
    """

    def __init__(self, desk: Desk, agree: AgreeScreen) -> None:
        super().__init__(desk.window)
        self._desk, self._agree, self._text = desk, agree, desk.language.text
        self._drawer: Drawer | None = None
        self._last = "decisions"
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._refresh)
        desk.session.agreement_opened.connect(self._on_opened)
        desk.session.agreement_closed.connect(self._on_closed)
        agree.claims.append(self.claim)
        self._register()
        self._button = ToolButton("clipboard-list", desk.window.registry.tip("notebook.decisions"))
        self._button.clicked.connect(lambda: self.open_tab(self._last))
        desk.window.top.add_tool(self._button, wide_only=True)
        desk.window.viewing.add_other(self._park_entry)
        if desk.session.current is not None:  # made by its opening
            self._on_opened(desk.session.current.id)

    def open_tab(self, key: str) -> None:
        """Open the drawer at a tab; pressed again there, the same key closes it."""
        drawer = self._made()
        self._last = key
        if drawer.current == key:
            drawer.close_drawer()
        else:
            drawer.open_tab(key)

    def park_topic(self) -> None:
        """Park the section one is at, as an open item that waits for an owner."""
        title = self._text(SECTION[self._section].title)
        drawer = self._made()
        drawer.open_tab("parked")
        tab = drawer.tab("parked")
        assert isinstance(tab, ListTab)  # made below
        key = tab.add(self._parked(self._text(N_("{section}: to be settled")).format(section=title)))
        tab.reveal(f"{PARKED}[{key}]")

    def park(self, words: str) -> None:
        """Park words, such as those the palette found nothing for."""
        self._open.draft.insert_row(PARKED, self._parked(words))
        self._desk.session.told.emit(self._text(N_("Parked: {topic}")).format(topic=words))

    def claim(self, path: str) -> bool:
        """Show a place that undo brought back in the drawer, if it is there; answers whether it is."""
        key = "decisions" if path.startswith(DECISIONS) else "parked" if path.startswith(PARKED) else ""
        if not key or (self._agree.section == "sign_off" and not self._is_open):
            return False
        drawer = self._made()
        if drawer.current != key:
            drawer.open_tab(key)
        return drawer.tab(key).reveal(path)

    # Inside

    @property
    def _open(self) -> OpenAgreement:
        current = self._desk.session.current
        assert current is not None  # its actions need an agreement
        return current

    @property
    def _is_open(self) -> bool:
        return self._drawer is not None and self._drawer.isVisible()

    @property
    def _section(self) -> str:
        return self._agree.section or SECTIONS[0].name

    def _today(self) -> dt.date:
        return self._desk.session.now().astimezone(wall_clock(self._desk.session)).date()

    def _parked(self, words: str) -> OpenItem:
        return OpenItem(name=words, outcome="open", section=self._section)

    def _decided(self, words: str) -> Decision:
        return Decision(name=words, who=self._text(N_("Both teams")), on=self._today(), section=self._section)

    def _proposed(self) -> Sequence[Decision]:
        return undecided(self._open.agreement, self._today(), self._desk.language)

    def _made(self) -> Drawer:
        if self._drawer is None:
            window = self._desk.window
            self._drawer = Drawer(
                window, window.pages, self._makers(), name=self._text(N_("Notebook")),
                close_says=self._text(N_("Close (Esc)")),
            )  # fmt: skip
            self._count()
        return self._drawer

    def _makers(self) -> list[TabMaker]:
        text, language, draft = self._text, self._desk.language, self._open.draft
        decisions = Kept(
            SignOff, "sign_off", "decisions", N_("What was decided?"),
            N_("Prints as an annex, with the reason, the options dropped and the vote."), self._decided,
            self._proposed, lambda one: one.name,
        )  # fmt: skip
        parked = Kept(
            SignOff, "sign_off", "open_items", N_("What do we park?"),
            N_("Each gets an owner and a date; what is not resolved prints as an annex."), self._parked,
            lambda: unsettled(self._open.agreement, language), lambda one: one.name,
        )  # fmt: skip
        words = Kept(
            CommonLanguage, "common_language", "glossary", N_("Which word means two things?"),
            N_("One meaning for both teams; prints in the glossary."), lambda words: Term(term=words),
        )  # fmt: skip
        return [
            TabMaker("decisions", text(N_("Decisions")), lambda: ListTab(decisions, draft, language)),
            TabMaker("parked", text(N_("Parked")), lambda: ListTab(parked, draft, language)),
            TabMaker("words", text(N_("Words")), lambda: ListTab(words, draft, language)),
            *self._prepared_makers(),
            TabMaker("map", text(N_("Map")), lambda: MapTab(draft, language, self._go, lambda: self._section)),
        ]

    def _prepared_makers(self) -> list[TabMaker]:
        """Tabs of what is prepared; none until the store has answered."""
        prepared, text, language = self._open.preparation, self._text, self._desk.language
        if prepared is None:
            return []
        comments = Kept(
            Preparation, "", "comments", N_("What is to be thought of?"),
            N_("Remarks on clauses; they stay here and are never printed."), self._comment,
        )  # fmt: skip
        return [
            TabMaker("comments", text(N_("Comments")), lambda: ListTab(comments, prepared.draft, language)),
            TabMaker("notes", text(N_("Notes")), lambda: NotesTab(prepared.draft, language, lambda: self._section)),
        ]

    def _comment(self, words: str) -> Comment:
        view = self._agree.view
        path = view.page.binder.current_path if view is not None else ""
        where = path_label(self._open.agreement, path, self._desk.language) if path else ""
        return Comment(words=words, section=self._section, place=where, on=self._today())

    def _on_known(self) -> None:
        """What is prepared is there: a drawer that was made without it is made anew when it is wanted."""
        prepared = self._open.preparation
        if prepared is not None:
            prepared.draft.show.connect(self._on_show_prepared)
            prepared.draft.changed.connect(lambda _path: self._pause.start())
        self._drop()

    def _on_show_prepared(self, path: str) -> None:
        key = "comments" if path.startswith("comments") else "notes" if path.startswith("notes") else ""
        if not key:
            return
        drawer = self._made()
        tab = drawer.tab(key)
        if drawer.current != key:
            drawer.show_tab(key)
        tab.reveal(path)

    def _drop(self) -> None:
        if self._drawer is not None:
            self._drawer.close_drawer()
            self._drawer.deleteLater()
            self._drawer = None

    def _go(self, section: str) -> None:
        self._made().close_drawer()
        self._agree.show_place(section)

    def _park_entry(self, typed: str) -> Entry | None:
        """For the palette, when it finds nothing for what was typed."""
        from workbench.ui.command_palette.ranking import Entry  # noqa: PLC0415  (with the palette)

        if not self._has_draft():
            return None
        words = self._text(N_("Park “{topic}”")).format(topic=typed)
        return Entry(words, lambda: self.park(typed), self._text(N_("Parking lot")), icon="bookmark-check")

    def _on_opened(self, _agreement: str) -> None:
        self._button.show()
        self._open.preparation_known.connect(self._on_known)
        self._open.draft.changed.connect(lambda _path: self._pause.start())

    def _on_closed(self, _agreement: str) -> None:
        self._pause.stop()
        self._button.hide()
        self._drop()

    def _refresh(self) -> None:
        if self._desk.session.current is not None and self._drawer is not None:
            self._drawer.refresh()
            self._count()

    def _count(self) -> None:
        section = self._open.agreement.sign_off
        waiting = sum(one.outcome in {"", "open"} for one in section.open_items)
        if self._drawer is not None:
            for key, words, count in (
                ("decisions", N_("Decisions"), len(section.decisions)), ("parked", N_("Parked"), waiting),
                ("comments", N_("Comments"), self._unsettled()),
            ):  # fmt: skip
                self._drawer.count(key, f"{self._text(words)} {count}" if count else self._text(words))

    def _unsettled(self) -> int:
        prepared = self._open.preparation
        return sum(not one.settled for one in prepared.content.comments) if prepared is not None else 0

    def _has_draft(self) -> bool:
        return self._desk.session.current is not None

    def _knows_prepared(self) -> bool:
        current = self._desk.session.current
        return current is not None and current.preparation is not None

    def _register(self) -> None:
        has, knows = self._has_draft, self._knows_prepared
        self._desk.window.registry.add(
            Action("notebook.decisions", N_("Open the decision log"), lambda: self.open_tab("decisions"), "D",
                   icon="list-checks", enabled=has, keywords=N_("decided why vote record")),
            Action("notebook.parked", N_("Open the parking lot"), lambda: self.open_tab("parked"), "P",
                   icon="bookmark-check", enabled=has, keywords=N_("park open item later topic")),
            Action("notebook.park", N_("Park this topic"), self.park_topic, "Shift+P", icon="bookmark-check",
                   enabled=has, keywords=N_("parking lot later")),
            Action("notebook.words", N_("Open the words with one meaning"), lambda: self.open_tab("words"), "G",
                   icon="messages-square", enabled=has, keywords=N_("glossary term definition language")),
            Action("notebook.comments", N_("Open the comments"), lambda: self.open_tab("comments"), "K",
                   icon="messages-square", enabled=knows, keywords=N_("comment remark clause")),
            Action("notebook.notes", N_("Write private notes"), lambda: self.open_tab("notes"), "N",
                   icon="pencil-line", enabled=knows, keywords=N_("facilitator notes script private")),
            Action("notebook.map", N_("Show how far the sections are"), lambda: self.open_tab("map"), "M",
                   icon="blocks", enabled=has, keywords=N_("progress map jump section")),
        )  # fmt: skip
