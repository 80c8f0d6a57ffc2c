"""The digest of the wording: the same for the same words, another when one word is another."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from workbench.agreement import phrases, sentences
from workbench.documents.compose.wording import wording_digest


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    wording_digest.cache_clear()
    yield
    wording_digest.cache_clear()


def test_it_is_the_same_each_time() -> None:
    first = wording_digest()
    wording_digest.cache_clear()
    assert wording_digest() == first
    assert len(first) == 12


PARTS = (sentences.SENTENCE, sentences.COHORT, sentences.HAPPENS, phrases.PHRASE)


@pytest.mark.parametrize("part", PARTS, ids=("sentence", "cohort", "happens", "phrase"))
def test_another_word_in_a_sentence_is_another_digest(part: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    before = wording_digest()
    wording_digest.cache_clear()
    last = max(part)
    monkeypatch.setitem(part, last, part[last] + " Indeed.")
    assert wording_digest() != before
