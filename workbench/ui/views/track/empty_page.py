"""Track with nothing in it yet: what can be imported, what a file must carry, and that a rehearsal is no tracking."""

from __future__ import annotations

from collections.abc import Callable

from workbench.agreement.derivation.ground import CUSTOM
from workbench.base.language import N_
from workbench.ui.actions import key_words
from workbench.ui.parts.button import Button
from workbench.ui.parts.empty import EmptyState
from workbench.ui.parts.icon_label import IconLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Item, row, stretch
from workbench.ui.parts.notice import Notice
from workbench.ui.parts.page import Page
from workbench.ui.parts.tile import Tile
from workbench.ui.views.desk import Desk
from workbench.ui.views.track.learning import Known

MOST_FIELDS = 12


class EmptyTrack(Page):
    """The invitation to import.

    Args:
        desk: The window and its session.
        known: What is known: commitments, and perhaps imports that were taken back.
        run: Runs an action of the screen by its name.
    """

    def __init__(self, desk: Desk, known: Known, run: Callable[[str], object]) -> None:
        text, registry = desk.language.text, desk.window.registry
        keys = key_words(registry.get("actuals.load").shortcut)
        first = Tile(
            text(N_("Import a CRM export")),
            text(N_("Any table of leads: .xlsx, .xls, .ods, .csv or .tsv. You match its columns once.")),
            icon="upload", keys=keys, on_click=lambda: run("actuals.load"),
        )  # fmt: skip
        tiles = [first]
        tiles.append(
            Tile(text(N_("Import the filled tracker")),
                 text(N_("The spreadsheet this program made comes back without any matching.")),
                 icon="file-check", on_click=lambda: run("actuals.load"))
        )  # fmt: skip
        if known.has_version:
            tiles.append(
                Tile(text(N_("Export the tracker")),
                     text(N_("A spreadsheet with the lead log, live formulas and the definitions.")),
                     icon="file-spreadsheet", on_click=lambda: run("track.tracker"))
            )  # fmt: skip
        commitments = known.check.newest.commitments
        items: list[Item] = []
        if known.check.rehearsal:
            items += [Notice("hint", text(N_(
                "This agreement is not tracked before everybody has signed it. What you import now is a rehearsal: it"
                " shows which promises your data can check, and how they would have stood."
            )), strong=text(N_("Not tracked before signing."))), 10]  # fmt: skip
        items += [row(*[(one, 1) for one in tiles], gap=14), 14, *self._needs(desk, known)]
        taken_back = len(known.imports)
        if taken_back:
            said = desk.language.count("{n} import was taken back.", "{n} imports were taken back.", taken_back)
            link = Button(text(N_("Show the imports")), "link", on_click=lambda: run("track.imports"))
            items += [10, row(stretch(), Label(said.format(n=taken_back), "muted"), link, stretch())]
        drop = Label(text(N_("Or drop a file anywhere in this window.")), "muted")
        items += [10, row(stretch(), IconLabel("download", "muted", 16), drop, stretch())]
        count = desk.language.count("{n} promise waits for data", "{n} promises wait for data", len(commitments))
        title = count.format(n=len(commitments)) if commitments else text(N_("Nothing to track yet"))
        why = N_("Import what happened: every promise is checked against it, and every number leads to its leads.")
        if not commitments:
            why = N_("No promise is agreed yet. Put numbers into the sections first.")
        super().__init__((EmptyState(title, text(why), *items, icon="gauge"), 1), margins=(0, 0, 0, 0))
        self.setFocusProxy(first)

    @staticmethod
    def _needs(desk: Desk, known: Known) -> list[Item]:
        """Which columns the promises read."""
        from workbench.agreement.lead_fields import FIELD  # noqa: PLC0415  (with the model)

        text = desk.language.text
        needed = dict.fromkeys(field for one in known.check.newest.commitments for field in one.needs)
        if not needed:
            return []
        words = [text(FIELD[one].label) if one in FIELD else one.removeprefix(CUSTOM) for one in needed]
        more = len(words) - MOST_FIELDS
        said = ", ".join(words[:MOST_FIELDS])
        if more > 0:
            said = text(N_("{list} and {n} more")).format(list=said, n=more)
        note = Label(text(N_("The promises read these columns: {list}.")).format(list=said), "body", wrap=True)
        return [row(IconLabel("list-checks", "muted", 16), (note, 1), gap=9)]
