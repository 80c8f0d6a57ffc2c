from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from tests.ui.contrast import ratio
from workbench.ui.parts.button import Button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import column, row
from workbench.ui.theme import fonts, stylesheet
from workbench.ui.theme.look import LARGEST_SCALE, Look
from workbench.ui.theme.properties import vary
from workbench.ui.theme.stylesheet import rules
from workbench.ui.theme.theme import Theme, theme

Show = Callable[[QWidget], QWidget]


def build(look: Look, folder: Path, audience: Look | None = None) -> str:
    return stylesheet.build(look, audience or Look(audience=True), stylesheet.write_drawings(look, folder))


def test_every_mark_of_the_rules_is_filled(tmp_path: Path) -> None:
    sheet = build(Look(), tmp_path)
    assert re.findall(r"[$%@]\w+|\{\d+\}|<\d+>", sheet) == []
    assert sheet.count("url(") == len(re.findall(r"@\w+", rules()))


def test_lengths_follow_the_scale_and_the_audience_keeps_its_own(tmp_path: Path) -> None:
    sheet = build(Look(scale=2.0), tmp_path, Look(scale=0.5, audience=True))
    assert 'QLabel[role="h1"] { font-size: 48px' in sheet
    assert 'QLabel[role="question"] { font-size: 30px' in sheet


def test_the_audience_keeps_its_own_colours(tmp_path: Path) -> None:
    sheet = build(Look(dark=True), tmp_path, Look(audience=True))
    assert 'QWidget[role="audience"] { background: #F5F6F8; }' in sheet
    assert "QMainWindow, QDialog { background: #0E1116; }" in sheet


def test_a_rule_that_names_no_token_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(stylesheet, "rules", lambda: "QLabel { color: $nonsense; }")
    with pytest.raises(KeyError):
        build(Look(), tmp_path)


def test_properties_in_the_rules_are_the_known_ones() -> None:
    used = set(re.findall(r"\[(\w+)(?:=|\])", rules()))
    assert used == {"role", "card", "chip", "kind", "tone", "issue"}
    with pytest.raises(ValueError, match="colour"):
        vary(QLineEdit(), colour="red")


def test_a_changed_property_is_seen_at_once(show: Show) -> None:
    label = Label("at risk", "tiny")
    show(label)
    vary(label, tone="warn")
    assert label.palette().color(QPalette.ColorRole.WindowText) == theme().look.color("warn")


@pytest.mark.parametrize("dark", [False, True])
def test_examples_in_empty_fields_can_be_read(show: Show, themed: Theme, dark: bool) -> None:
    themed.apply(dark=dark)
    fields = [QLineEdit(), QPlainTextEdit(), QComboBox()]
    holder = QWidget()
    holder.setLayout(column(*fields))
    show(holder)
    for kind in ("", "compact", "private"):
        for field in fields:
            vary(field, kind=kind)
            words, ground = field.palette().color(QPalette.ColorRole.PlaceholderText), theme().look.tokens["raised"]
            assert words.alpha() == 255
            assert ratio(words.name(), ground) >= 4.5


def test_switching_to_dark_reaches_palette_sheet_and_parts(show: Show, themed: Theme) -> None:
    button, label = Button("Save", "primary", icon="check"), Label("Saved", "h2")
    holder = QWidget()
    holder.setLayout(column(label, button))
    show(holder)
    before = button.icon().pixmap(17, 17).toImage()
    told: list[bool] = []
    themed.changed.connect(lambda: told.append(themed.look.dark))
    themed.apply(dark=True)
    assert told == [True]
    assert QApplication.palette().color(QPalette.ColorRole.Window) == QColor("#0E1116")
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor("#ECEFF4")
    plain = Button("Save", icon="check")
    assert plain.icon().pixmap(17, 17).toImage() != before
    themed.apply(dark=False)
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor("#101828")


def test_scale_reaches_fonts_margins_and_spaces(show: Show, themed: Theme) -> None:
    label, chip = Label("Library", "h1"), Chip("Draft", "accent")
    layout = row(label, 10, chip, margins=(32, 22, 32, 14), gap=10)
    holder = QWidget()
    holder.setLayout(layout)
    show(holder)
    low = chip.height()
    themed.apply(scale=2.0)
    assert label.font().pixelSize() == 48
    assert layout.contentsMargins().left() == 64
    assert layout.spacing() == 20
    space = layout.itemAt(1)
    assert space is not None
    assert space.sizeHint().width() == 20
    assert chip.sizeHint().height() > 1.5 * low


def test_scale_has_limits(themed: Theme) -> None:
    themed.apply(scale=99)
    assert themed.look.scale == LARGEST_SCALE


def test_nothing_is_done_when_nothing_changes(themed: Theme) -> None:
    told: list[int] = []
    themed.changed.connect(lambda: told.append(1))
    themed.apply(dark=False, scale=1.0)
    assert told == []


def test_parts_that_went_away_are_forgotten(themed: Theme) -> None:
    class Part:
        seen: list[float] = []  # noqa: RUF012  (read after the part is gone)

        def restyle(self, look: Look) -> None:
            self.seen.append(look.scale)

    part = Part()
    themed.follow(part)
    del part
    themed.apply(scale=1.5)
    assert Part.seen == [1.0]


def test_the_system_is_followed_until_somebody_chooses(themed: Theme) -> None:
    themed.choose("system")
    QApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert themed.look.dark
    themed.choose("light")
    QApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert not themed.look.dark


def test_the_shipped_cuts_are_used_and_tabular_figures_are_even() -> None:
    for cut in fonts.CUTS:
        font = fonts.font(13, QFont.Weight(cut))
        assert QFontInfo(font).family() == fonts.FAMILY
        assert QFontInfo(font).weight() == cut
    plain, figures = QFontMetricsF(fonts.font(13)), QFontMetricsF(fonts.font(13, figures=True))
    assert plain.horizontalAdvance("1") < plain.horizontalAdvance("0")
    assert figures.horizontalAdvance("1") == figures.horizontalAdvance("0")


def test_labels_with_figures_keep_the_size_of_their_role(show: Show) -> None:
    label = Label("1110", "number", figures=True)
    show(label)
    assert label.font().pixelSize() == 16
    metrics = QFontMetricsF(label.font())
    assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("0000")
