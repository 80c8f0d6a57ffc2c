"""The neutral tree and its JSON form."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any, get_args

import pytest

from tests.documents.conftest import SAMPLES
from workbench.base.language import language
from workbench.documents.blocks import Block, Chip, Clause, PageOf, Run, Wording, as_json, plain, wording

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", ["comparison", "bare", "odd"])
def test_blocks_as_json_are_what_they_were(name: str) -> None:
    text = as_json(SAMPLES[name]())
    golden = GOLDEN / f"{name}.json"
    assert text == golden.read_text("utf-8"), f"blocks of {name} changed; when meant, write the new text to {golden}"


def test_json_leaves_out_what_is_default_and_says_which_block_it_is() -> None:
    from tests.documents.sample.meta import meta
    from workbench.documents.blocks import Document

    clause = Clause(
        "7.3", ("A", Run("b", strong=True), Chip("S-5", "sales"), PageOf("x")), chips=(Chip("M-1", "marketing"),)
    )
    made = json.loads(as_json(Document(meta("T"), (clause,))))
    assert made["blocks"] == [
        {
            "block": "Clause",
            "number": "7.3",
            "words": [
                "A",
                {"block": "Run", "text": "b", "strong": True},
                {"block": "Chip", "text": "S-5", "team": "sales"},
                {"block": "PageOf", "anchor": "x"},
            ],
            "chips": [{"block": "Chip", "text": "M-1", "team": "marketing"}],
        }
    ]


def test_every_kind_of_block_is_in_a_sample() -> None:
    used = {type(block) for make in SAMPLES.values() for block in make().blocks}
    assert used == set(get_args(Block))


def test_blocks_cannot_be_changed_and_compare_by_value() -> None:
    def classes(part: Any) -> set[type]:
        if isinstance(part, tuple):
            return {one for item in part for one in classes(item)}
        if dataclasses.is_dataclass(part):
            inner = {one for f in dataclasses.fields(part) for one in classes(getattr(part, f.name))}
            return inner | {type(part)}
        return set()

    for one in {kind for make in SAMPLES.values() for kind in classes(make())}:
        assert one.__dataclass_params__.frozen, one  # type: ignore[attr-defined]  # every dataclass has it
    assert SAMPLES["agreement"]() == SAMPLES["agreement"]()


def test_plain_words_drop_meaning_but_no_word() -> None:
    assert plain("as it is") == "as it is"
    assert (
        plain(("see ", Run("clause 7", strong=True), " and ", Chip("S-1", "sales"), PageOf("x")))
        == "see clause 7 and S-1"
    )


def test_the_papers_own_words_come_in_a_language() -> None:
    english = wording(language("en"))
    assert english == Wording()
    assert english.page_line.format(page=2, pages=9) == "Page 2 of 9"


def test_blocks_know_nothing_of_paper() -> None:
    folder = Path(__file__).parents[2] / "workbench" / "documents" / "blocks"
    texts = {path.name: path.read_text("utf-8") for path in folder.glob("*.py")}
    assert {name for name, text in texts.items() if "import reportlab" in text or "documents.style" in text} == set()
