"""Breaking lines: nothing lost, nothing too wide, and where a break may be."""

from __future__ import annotations

from hypothesis import given, strategies as st

from workbench.documents import fonts
from workbench.documents.lines import Line, Piece, break_lines, longest, natural, words_of


def piece(text: str, **more: object) -> Piece:
    return Piece(fonts.settable(text), "Inter-400", 10, "#000000", **more)  # type: ignore[arg-type]  # by name


def shown(lines: list[Line]) -> list[str]:
    return ["".join(letters for _, letters in line.parts) for line in lines]


TEXTS = st.lists(st.text(st.sampled_from("abcdefg -/\nÄß.,1234567890—"), max_size=40), min_size=1, max_size=5)


@given(TEXTS, st.floats(20, 400), st.booleans())
def test_no_letter_is_lost_and_no_line_too_wide(texts: list[str], measure: float, balanced: bool) -> None:
    pieces = [piece(text) for text in texts]
    lines = break_lines(words_of(pieces), measure, balanced=balanced)
    assert "".join("".join(shown(lines)).split()) == "".join("".join(texts).split())
    for line in lines:
        assert line.width <= measure + 0.01
        measured = sum(one.wide(letters) + one.gap for one, letters in line.parts)
        assert abs(measured - line.width) < 1e-6


@given(TEXTS, st.floats(40, 400))
def test_balancing_never_costs_a_line(texts: list[str], measure: float) -> None:
    words = words_of([piece(text) for text in texts])
    plain = break_lines(words, measure, tidy=False)
    assert len(break_lines(words, measure, balanced=True)) == len(plain)
    assert len(break_lines(words, measure, tidy=True)) == len(plain)


def test_a_short_last_word_is_not_left_alone() -> None:
    text = "Sales accepts or rejects every lead by the end of the next business day and says so to us."
    measure = natural(words_of([piece(text)])) - 4
    assert shown(break_lines(words_of([piece(text)]), measure, tidy=False))[-1] == "us."
    tidy = shown(break_lines(words_of([piece(text)]), measure))
    assert len(tidy) == 2
    assert len(tidy[-1].split()) > 1


def test_titles_get_lines_of_about_equal_length() -> None:
    words = words_of([piece("What changed from version 2 to version 3")])
    lines = break_lines(words, natural(words) * 0.93, balanced=True)
    assert len(lines) == 2
    assert abs(lines[0].width - lines[1].width) < 0.25 * lines[0].width


def test_lines_break_after_hyphens_between_letters_only() -> None:
    assert len(words_of([piece("Hohenstein-Wallerstein")])) == 2
    for whole in ("Check-ins", "and/or", "Europe/Berlin", "M-1", "2027-01", "S-1 ".strip(), "−40", "a-b"):
        assert len(words_of([piece(whole)])) == 1, whole


def test_a_space_that_may_not_break_does_not() -> None:
    assert len(words_of([piece("Clause\u00a07.3")])) == 1
    assert len(words_of([piece("Clause 7.3")])) == 2
    assert len(words_of([piece("never broken", whole=True)])) == 1


def test_a_line_feed_begins_a_line() -> None:
    assert shown(break_lines(words_of([piece("one\ntwo\n\nfour")]), 400)) == ["one", "two", "", "four"]


def test_a_word_wider_than_the_measure_is_cut_rather_than_lost() -> None:
    lines = break_lines(words_of([piece("x" * 60)]), 50)
    assert "".join(shown(lines)) == "x" * 60
    assert len(lines) > 4


def test_an_address_wider_than_the_measure_is_cut_at_its_seams() -> None:
    address = "https://crm.example.com/reports/speed-to-lead?month=2027-03"
    lines = shown(break_lines(words_of([piece(address)]), 130))
    assert "".join(lines) == address
    assert all(line[-1] in "-/_.?&=@" for line in lines[:-1])


def test_the_space_after_changed_words_is_not_changed() -> None:
    pieces = [piece("gone", change="deleted"), piece(" "), piece("new", change="inserted"), piece(" rest")]
    (line,) = break_lines(words_of(pieces), 400)
    assert [(one.change, letters) for one, letters in line.parts] == [
        ("deleted", "gone"),
        ("", " "),
        ("inserted", "new"),
        ("", " rest"),
    ]


def test_widths_asked_for() -> None:
    words = words_of([piece("ab abc a")])
    assert longest(words) == fonts.width("abc", "Inter-400", 10)
    assert abs(natural(words) - fonts.width("ab abc a", "Inter-400", 10)) < 1e-9
    assert words_of([piece("   ")]) == []
    assert len(break_lines([], 100)) == 1
