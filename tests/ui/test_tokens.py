from __future__ import annotations

import re

import pytest

from tests.ui.contrast import ratio
from workbench.ui.parts.marks import OUTCOME, STATUS
from workbench.ui.tables.cells.chips import GROUNDS as CHIP_GROUNDS
from workbench.ui.theme import stylesheet
from workbench.ui.theme.tokens import (
    AUDIENCE_DARK,
    AUDIENCE_GROUNDS,
    AUDIENCE_LIGHT,
    AUDIENCE_PAIRS,
    AUDIENCE_WORDS,
    DARK,
    GROUNDS,
    LIGHT,
    PAIRS,
    SHAPES,
    WORDS,
    Tokens,
)  # fmt: skip

THEMES = {"light": LIGHT, "dark": DARK}
AUDIENCES = {"light": AUDIENCE_LIGHT, "dark": AUDIENCE_DARK}
STANDING = {(word, ground) for word in WORDS for ground in GROUNDS} | set(PAIRS)


def rules() -> list[tuple[str, dict[str, str]]]:
    """Selector and declarations of every rule."""
    found = []
    written = re.sub(r"\{(\d+)\}px", r"\1px", stylesheet.rules())
    for selector, body in re.findall(r"([^{}]+)\{((?:[^{}]|\{\d+\})*)\}", written):
        pairs = (part.split(":", 1) for part in body.split(";") if ":" in part)
        found.append((" ".join(selector.split()), {name.strip(): value.strip() for name, value in pairs}))
    return found


def test_contrast_is_computed_as_the_standard_says() -> None:
    assert ratio("#FFFFFF", "#000000") == pytest.approx(21)
    assert ratio("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_both_themes_have_the_same_tokens() -> None:
    assert LIGHT.keys() == DARK.keys() == AUDIENCE_LIGHT.keys() == AUDIENCE_DARK.keys()
    assert all(re.fullmatch("#[0-9A-F]{6}", color) for tokens in THEMES.values() for color in tokens.values())


@pytest.mark.parametrize("theme", THEMES)
def test_every_pair_of_words_and_ground_can_be_read(theme: str) -> None:
    tokens = THEMES[theme]
    weak = {pair: round(ratio(tokens[pair[0]], tokens[pair[1]]), 2) for pair in STANDING}
    assert {pair: value for pair, value in weak.items() if value < 4.5} == {}


@pytest.mark.parametrize("theme", AUDIENCES)
def test_the_audience_view_can_be_read_from_the_back_of_the_room(theme: str) -> None:
    tokens: Tokens = AUDIENCES[theme]
    pairs = [(word, ground) for word in AUDIENCE_WORDS for ground in AUDIENCE_GROUNDS]
    assert [pair for pair in pairs if ratio(tokens[pair[0]], tokens[pair[1]]) < 7] == []
    assert [pair for pair in AUDIENCE_PAIRS if ratio(tokens[pair[0]], tokens[pair[1]]) < 4.5] == []


@pytest.mark.parametrize("tokens", [LIGHT, DARK, AUDIENCE_LIGHT, AUDIENCE_DARK])
def test_shapes_that_speak_for_themselves_stand_out_from_their_ground(tokens: Tokens) -> None:
    assert [pair for pair in SHAPES if ratio(tokens[pair[0]], tokens[pair[1]]) < 3] == []


def test_every_rule_with_words_on_a_ground_is_a_pair_that_is_checked() -> None:
    unchecked = []
    for selector, body in rules():
        word, ground = body.get("color", ""), body.get("background", "").split(" ")[0]
        pair = (word.lstrip("$"), ground.lstrip("$"))
        disabled = "disabled" in selector  # what cannot be used need not be read, and still is at 4.5:1 mostly
        if word.startswith("$") and ground.startswith("$") and pair not in STANDING and not disabled:
            unchecked.append((selector, pair))
    assert unchecked == []


def test_the_audience_has_no_muted_words() -> None:
    assert [s for s, body in rules() if "audience" in s and "muted" in body.get("color", "")] == []
    assert {body["color"].lstrip("%") for s, body in rules() if "audience" in s and "color" in body} <= set(
        AUDIENCE_WORDS
    )


@pytest.mark.parametrize("theme", THEMES)
def test_chips_marks_and_bars_can_be_seen(theme: str) -> None:
    tokens = THEMES[theme]
    assert [tone for tone, (ground, word) in CHIP_GROUNDS.items() if ratio(tokens[ground], tokens[word]) < 4.5] == []
    marks = [*STATUS.values(), *OUTCOME.values()]
    assert [m for m in marks if any(ratio(tokens[m.color], tokens[g]) < 4.5 for g in ("surface", "accent_soft"))] == []
    fills = {mark.fill for mark in marks if mark.fill} - {"warn_fill", "ok_fill"}  # those two print their value beside
    assert [fill for fill in fills if ratio(tokens[fill], tokens["surface"]) < 3] == []


def test_states_differ_by_shape_and_word_not_only_by_colour() -> None:
    for vocabulary in (STATUS, OUTCOME):
        assert len({mark.word for mark in vocabulary.values()}) == len(vocabulary)
    assert len({mark.icon for mark in STATUS.values()}) == len(STATUS)
    assert {key for key, mark in OUTCOME.items() if mark.icon == OUTCOME["met"].icon} == {"met", "counted"}
