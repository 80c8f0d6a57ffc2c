"""How one lead counts, looked at and settled by both teams: a popover at the lead's row."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from workbench.base.errors import WorkbenchError
from workbench.base.language import N_
from workbench.ui.parts.button import Button
from workbench.ui.parts.choice import Choice
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Item, row, stretch
from workbench.ui.parts.notice import Notice
from workbench.ui.parts.popover import Popover
from workbench.ui.views.desk import Desk
from workbench.ui.views.track.both_say import BothSayFields
from workbench.ui.views.track.months import Judged
from workbench.ui.views.track.names import Names
from workbench.ui.views.track.promises import Promise
from workbench.ui.views.track.scorecard.leads import LeadLine
from workbench.ui.views.track.scorecard.outcomes import ORDER, outcome_of
from workbench.ui.views.track.scorecard.page import ScorecardPage
from workbench.ui.views.track.scorecard.story import judgement_of


def settle(
    desk: Desk, names: Names, page: ScorecardPage, promise: Promise, line: Judged, lead: LeadLine
) -> Popover:  # fmt: skip
    """Show how a lead counts, and let both teams settle it otherwise."""
    text, known, view = desk.language.text, page.known, page.detail.leads.view
    assert known is not None  # there is a lead
    items: list[Item] = [Label(lead.reason, "body", wrap=True)]
    if names.hidden:
        show = Button(text(N_("Show names")), on_click=lambda: names.hide(False))
        words = text(N_("Settling needs a name of each team, and names are hidden now."))
        items.append(Notice("none", words, actions=(show,)))
    else:
        items += _form(desk, page, promise, line, lead)
    made = Popover(text(N_("Lead {id}")).format(id=lead.lead), *items, close_says=text(N_("Close")))
    made.open_at(view, view.visualRect(view.currentIndex()))
    field = made.findChild(Choice)
    if field is not None:
        field.setFocus()
    return made


def _form(
    desk: Desk, page: ScorecardPage, promise: Promise, line: Judged, lead: LeadLine
) -> list[QWidget | Item]:  # fmt: skip
    text, known = desk.language.text, page.known
    assert known is not None  # there is a lead
    agreement, commitment, identity = known.agreement, promise.commitment.id, lead.row.identity
    choices = [(key, text(outcome_of(promise.commitment.kind, key).word)) for key in ORDER if key != lead.row.state]
    if lead.row.settled_from is not None:
        choices.insert(0, ("back", text(N_("As the dates say"))))
    state = Choice(choices, name=text(N_("Counts as")))
    trouble = Notice("error", "")
    trouble.hide()
    said = BothSayFields(
        judgement_of(known.check, line).agreement, desk.language, [(text(N_("Counts as")), state)],
        text(N_("Why; both teams stand behind it")),
    )  # fmt: skip

    def refused(error: WorkbenchError) -> None:
        trouble.say("error", str(error))
        trouble.show()
        _popover_of(trouble).adjustSize()

    def settled(_kept: object) -> None:
        _popover_of(trouble).close_popover()
        desk.window.status.offer_undo(text(N_("Settled how {id} counts")).format(id=lead.lead), undo)
        desk.session.actuals_were_changed(agreement)

    def undo() -> None:
        before = "" if lead.row.settled_from is None else lead.row.state
        desk.session.ask(
            lambda workbench: workbench.entries.settle(agreement, commitment, identity, before, said_now[0]),
            done=lambda _kept: desk.session.actuals_were_changed(agreement),
        )  # fmt: skip

    def ask() -> None:
        wanted = "" if state.current == "back" else state.current
        said_now[:] = [said.said]
        both = said.said
        desk.session.ask(
            lambda workbench: workbench.entries.settle(agreement, commitment, identity, wanted, both),
            done=settled, failed=refused,
        )  # fmt: skip

    said_now = [said.said]
    save = Button(text(N_("Settle")), "primary", icon="check", on_click=ask)
    return [said, trouble, row(stretch(), save)]


def _popover_of(widget: QWidget) -> Popover:
    found = widget.parentWidget()
    while not isinstance(found, Popover):
        assert found is not None  # it stands in one
        found = found.parentWidget()
    return found
