"""One section on the screen: its form, and beside it what it promises, what to ask, and what is open.

Where there is no room beside the form, the promises stand under it. Must not know the other sections.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from workbench.agreement.contents import SECTIONS, SectionInfo
from workbench.agreement.progress import SectionProgress, State, section_progress
from workbench.base.language import N_, Language
from workbench.ui.actions import Actions
from workbench.ui.form.draft import Draft
from workbench.ui.form.plan import Craft, Offer
from workbench.ui.form.section_layouts import layout_of
from workbench.ui.form.section_page import Head, SectionPage, Step
from workbench.ui.form.tab_order import order_tabs
from workbench.ui.parts.beside import Beside, SidePanel
from workbench.ui.parts.button import Button
from workbench.ui.parts.card import Card
from workbench.ui.parts.layout import Box, Item, box, column, row, stretch
from workbench.ui.parts.rule import Rule
from workbench.ui.parts.tool_button import ToolButton
from workbench.ui.views.agree.for_the_room import ForTheRoom
from workbench.ui.views.agree.from_elsewhere import from_elsewhere
from workbench.ui.views.agree.open_points import OpenPoints, open_at
from workbench.ui.views.agree.promises import PROMISING, Promises
from workbench.ui.views.agree.skipping import Skipping
from workbench.ui.views.agree.states import TONES, WORDS, set_state

SIDE, FOLD = 352, 1060
MENU = ("agree.disputed", "agree.draft", "", "agree.skip")


class SectionView(Beside):
    """A section's page with its side panel.

    Attributes:
        page: The form.
        info: Which section.

    Args:
        info: Which section.
        draft: Of the open agreement.
        language: Of the window.
        registry: For the menu of states.
        go: Brings any place of the agreement into view.
        back: The section before.
        onward: The section after.
        offer: What is offered beside a field's label.
        craft: What the page has of its own.
    """

    def __init__(
        self,
        info: SectionInfo,
        draft: Draft,
        language: Language,
        registry: Actions,
        go: Callable[[str], object],
        back: Step | None,
        onward: Step | None,
        offer: Offer,
        craft: Craft,
    ) -> None:
        text = language.text
        self.info, self._draft, self._language, self._registry = info, draft, language, registry
        self._agree = Button(text(N_("Mark as agreed")), icon="check", on_click=self._toggle_agreed)
        self._more = ToolButton("ellipsis", text(N_("Other states of this section")), on_click=self._show_menu)
        self._call = ToolButton(
            "list-checks", text(N_("Promises, questions and open points")), on_click=self._show_side
        )  # fmt: skip
        self._call.hide()
        over = text(N_("AGREE · SECTION {n} OF {all}")).format(n=info.number, all=len(SECTIONS))
        head = Head(text(info.title), text(info.purpose), over, (self._agree, self._more, self._call))
        self.page = SectionPage(
            head, draft, info.name, layout_of=layout_of, offer=offer, craft=craft, back=back, onward=onward, keys=False
        )
        self._skipping = Skipping(language, self.skip, lambda: self.set_state("draft"))
        self._insert(2, self._skipping)
        self._promises = Promises(info.name, language, go) if info.name in PROMISING else None
        self._room, self._points = ForTheRoom(info, language), OpenPoints(language, go, draft)
        self._slot = column(gap=0)
        self._card: Card | None = None
        self._return = Button(text(N_("Back to the form")), icon="chevron-left", on_click=self._show_form)
        self._return.hide()
        parts: list[Item] = [row(self._return, stretch())]
        if self._promises is not None:
            self._slot.put(self._promises)
            parts += [self._slot, Rule()]
        self.elsewhere = from_elsewhere(info.name, language)
        found: list[Item] = [Rule(), self.elsewhere] if self.elsewhere is not None else []
        parts += [self._room, Rule(), self._points, *found, stretch()]
        content = box(column(*parts, margins=(20, 18, 16, 20), gap=16))
        side = SidePanel(content, width=SIDE, name=text(N_("Promises, questions and open points")))
        self._beside = side
        super().__init__(self.page, side, below=FOLD, role="page")
        self.folded.connect(self._on_fold)
        self.setFocusProxy(self.page)
        self.refresh()

    @property
    def progress(self) -> SectionProgress:
        """How far the section is."""
        return section_progress(self._draft.root, self.info)

    def refresh(self) -> None:
        """Show how the section stands now."""
        found, text = self.progress, self._language.text
        self.page.show_state(text(WORDS[found.state]), TONES[found.state])
        agreed = found.state == "agreed"
        self._agree.show_text(
            text(N_("Reopen") if agreed else N_("Mark as agreed")), "rotate-ccw" if agreed else "check"
        )
        self._agree.setVisible(found.state != "skipped")
        self._skipping.follow(found.reason if found.state == "skipped" else None)
        others = self._points.show_points(open_at(self._draft, self.info.name))
        if self._promises is not None:
            others = self._promises.show_promises(self._draft.root, self._draft.shown) or others
        if others:  # only what stands beside the form is new, unless the promises stand under it
            order_tabs(self._beside if self._card is None else self)

    def show_elsewhere(self) -> None:
        """Open what others found, and go there."""
        if self.elsewhere is None:
            return
        if not self._call.isHidden():
            self._show_side()
        self.elsewhere.fold.show_inside(open_it=True)
        self.elsewhere.fold.button.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self.elsewhere, self._scroll_to_elsewhere)  # once the layout has made room for it

    def _scroll_to_elsewhere(self) -> None:
        above: QWidget | None = self.elsewhere
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        content = above.widget() if above is not None else None
        if above is not None and content is not None and self.elsewhere is not None:
            above.verticalScrollBar().setValue(self.elsewhere.mapTo(content, QPoint(0, 0)).y())

    def set_state(self, state: State) -> None:
        """Set the section's state; whoever was about to skip it is no longer asked why."""
        self._skipping.cancel()
        set_state(self._draft, self.info.name, state, self._language)

    def ask_to_skip(self) -> None:
        """Ask why the section is skipped."""
        self._skipping.ask()

    def skip(self, reason: str) -> None:
        """Skip the section."""
        set_state(self._draft, self.info.name, "skipped", self._language, reason)

    def _show_side(self) -> None:
        self.call_side(show=True)
        self._return.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_form(self) -> None:
        self.call_side(show=False)
        self._call.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle_agreed(self) -> None:
        self.set_state("draft" if self.progress.state == "agreed" else "agreed")

    def _show_menu(self) -> None:
        menu = self._registry.menu(self, *MENU)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _on_fold(self, folded: bool) -> None:
        """Without room beside the form, the promises stand under it."""
        self._call.setVisible(folded)
        self._return.setVisible(folded)
        if self._promises is None:
            return
        if folded and self._card is None:
            self._card = Card(self._promises)
            self._insert(-1, self._card)
        elif not folded and self._card is not None:
            self._slot.put(self._promises)
            self._card.hide()
            self._card.deleteLater()
            self._card = None
        order_tabs(self)

    def _insert(self, place: int, widget: QWidget) -> None:
        """Put something among the page's cards; below 0 counts from the end."""
        layout = self.page.body.layout()
        assert isinstance(layout, Box)  # every page's body has one
        layout.insertWidget(place if place >= 0 else layout.count() + place, widget)
