"""The digest of the wording: the same for the same words, another when one word is another."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from workbench.agreement import phrases, sentences
from workbench.documents.compose.wording import composed_digest, wording_digest


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    wording_digest.cache_clear()
    yield
    wording_digest.cache_clear()


def test_it_is_the_same_each_time() -> None:
    first = wording_digest()
    wording_digest.cache_clear()
    composed_digest.cache_clear()
    assert wording_digest() == first
    assert len(first) == 12


PARTS = (sentences.SENTENCE, sentences.COHORT, sentences.HAPPENS, phrases.PHRASE)


@pytest.mark.parametrize("part", PARTS, ids=("sentence", "cohort", "happens", "phrase"))
def test_another_word_in_any_sentence_is_another_digest(part: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """What is composed stays as it was, so that each sentence has to count by itself."""
    seen = {wording_digest()}
    for count, key in enumerate(part, start=2):
        with monkeypatch.context() as changed:
            changed.setitem(part, key, part[key] + " Indeed.")
            wording_digest.cache_clear()
            seen.add(wording_digest())
        assert len(seen) == count, key
