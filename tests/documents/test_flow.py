"""Filling pages: what stays together, what moves, what is split."""

from __future__ import annotations

from hypothesis import given, strategies as st

from workbench.documents.boxes import Box, NewPage
from workbench.documents.flow import Filled, Group, fill
from workbench.documents.pen import Pen


class Block(Box):
    """A box of a fixed height that splits anywhere in steps of ten, two steps at least."""

    def __init__(self, name: str, height: float, *, splits: bool = False, **more: object) -> None:
        self.name = name
        self._height = height
        self._splits = splits
        for key, value in more.items():
            setattr(self, key, value)

    def height(self, width: float) -> float:
        del width
        return self._height

    def least(self, width: float) -> float:
        return min(20.0, self._height) if self._splits else self.height(width)

    def split(self, width: float, room: float, *, fresh: bool) -> tuple[Box, Box] | None:
        del width
        steps = int(room // 10)
        if not self._splits or (steps < 2 and not fresh) or steps < 1:
            return None
        return Block(self.name, steps * 10, splits=True), Block(self.name, self._height - steps * 10, splits=True)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        raise AssertionError(f"nothing is drawn while pages are filled: {(pen, x, top, width)}")


def names(pages: list[Filled]) -> list[list[str]]:
    return [[one.box.name if isinstance(one.box, Block) else "group" for one in page.boxes] for page in pages]


def filled(*boxes: Box, room: float = 100) -> list[Filled]:
    return fill(boxes, 400, lambda page: room + 0 * page)


def test_boxes_follow_each_other_with_the_larger_space_between() -> None:
    pages = filled(Block("a", 10, after=8), Block("b", 10, before=5), Block("c", 10))
    assert [one.down for one in pages[0].boxes] == [0, 18, 28]


def test_space_before_does_not_count_at_the_top() -> None:
    pages = filled(Block("a", 95), Block("b", 95, before=30))
    assert [page.boxes[0].down for page in pages] == [0, 0]


def test_a_heading_goes_with_what_follows() -> None:
    heading = Block("heading", 20, keep=True)
    assert names(filled(Block("a", 50), heading, Block("whole", 40))) == [["a"], ["heading", "whole"]]
    assert names(filled(Block("a", 50), heading, Block("text", 60, splits=True))) == [
        ["a", "heading", "text"],
        ["text"],
    ]


def test_a_chain_of_headings_goes_together() -> None:
    chain = [Block("rule", 5, keep=True), Block("title", 20, keep=True), Block("lead", 15, keep=True), Block("x", 30)]
    assert names(filled(Block("a", 40), *chain)) == [["a"], ["rule", "title", "lead", "x"]]


def test_a_section_begins_only_where_there_is_room() -> None:
    text = Block("text", 90, splits=True)
    assert names(filled(Block("a", 50), Block("title", 10, need=60), text)) == [["a"], ["title", "text"]]
    assert names(filled(Block("a", 40), Block("title", 10, need=60), text)) == [["a", "title", "text"], ["text"]]


def test_a_section_that_ends_on_the_page_needs_no_more_room_than_it_takes() -> None:
    title, short = Block("title", 10, need=60, keep=True), Block("short", 20)
    assert names(filled(Block("a", 70), title, short)) == [["a", "title", "short"]]
    assert names(filled(Block("a", 70), title, short, NewPage(), Block("b", 9))) == [["a", "title", "short"], ["b"]]
    following = Block("next", 10, need=60)
    assert names(filled(Block("a", 60), title, short, following)) == [["a", "title", "short", "next"]]
    assert names(filled(Block("a", 71), title, short)) == [["a"], ["title", "short"]]


def test_a_group_stays_whole() -> None:
    group = Group([Block("caption", 10), Block("figure", 50), Block("note", 10)])
    pages = filled(Block("a", 50), group)
    assert names(pages) == [["a"], ["group"]]


def test_a_group_larger_than_a_page_comes_apart() -> None:
    pages = filled(Block("a", 50), Group([Block("one", 60), Block("two", 60)]))
    assert names(pages) == [["a"], ["one"], ["two"]]


def test_clauses_go_before_a_figure_that_does_not_fit() -> None:
    figure = Block("figure", 60, movable=True)
    clauses = [Block(name, 20, passes=True) for name in ("c1", "c2", "c3")]
    assert names(filled(Block("a", 50), figure, *clauses)) == [["a", "c1", "c2"], ["figure", "c3"]]


def test_a_figure_that_fits_stays_where_it_was_put() -> None:
    figure = Block("figure", 40, movable=True)
    assert names(filled(Block("a", 50), figure, Block("c", 20, passes=True))) == [["a", "figure"], ["c"]]


def test_a_heading_is_not_passed() -> None:
    figure = Block("figure", 60, movable=True)
    assert names(filled(Block("a", 50), figure, Block("heading", 10))) == [["a"], ["figure", "heading"]]


def test_new_pages_do_not_pile_up() -> None:
    assert names(filled(NewPage(), Block("a", 10), NewPage(), NewPage(), Block("b", 10), NewPage())) == [["a"], ["b"]]
    assert names(filled()) == [[]]


def test_what_fits_no_page_still_stands_somewhere() -> None:
    assert names(filled(Block("a", 10), Block("huge", 300), Block("b", 10))) == [["a"], ["huge"], ["b"]]


BOXES = st.lists(
    st.builds(
        lambda height, splits, keep, movable, passes, before, after: Block(
            "x", height, splits=splits, keep=keep, movable=movable, passes=passes, before=before, after=after
        ),
        st.integers(0, 24).map(lambda n: n * 10),
        st.booleans(), st.booleans(), st.booleans(), st.booleans(), st.integers(0, 30), st.integers(0, 30)),
    max_size=14,
)  # fmt: skip


@given(BOXES)
def test_any_boxes_end_up_on_pages_once_and_inside_them(boxes: list[Block]) -> None:
    pages = fill(boxes, 400, lambda page: 150 if page else 100)
    heights = [one.box.height(400) for page in pages for one in page.boxes]
    assert sum(heights) == sum(box.height(400) for box in boxes)
    for number, page in enumerate(pages):
        room = 150 if number else 100
        inside = [one for one in page.boxes if one.down + one.box.height(400) <= room + 0.1]
        assert inside == page.boxes or len(page.boxes) == 1
        assert page.boxes or not boxes


def test_a_new_page_may_wait_until_a_page_is_used_well() -> None:
    def halves(used: float) -> list[list[str]]:
        return names(filled(Block("a", used), NewPage(0.5), Block("b", 30)))

    assert halves(50) == [["a", "b"]]
    assert halves(51) == [["a"], ["b"]]
    assert names(filled(Block("a", 1), NewPage(), Block("b", 30))) == [["a"], ["b"]]
