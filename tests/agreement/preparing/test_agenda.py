"""The hours of an agenda follow from its blocks; nothing of them is stored."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from hypothesis import given, strategies as st

from workbench.agreement.contents import SECTION
from workbench.agreement.preparing.agenda import READY, Block, clock_text, ready_blocks, timetable

HOURS = st.times().map(lambda hour: hour.replace(second=0, microsecond=0))
BLOCKS = st.lists(
    st.builds(
        Block, minutes=st.none() | st.integers(0, 120), took=st.none() | st.integers(0, 200),
        kind=st.sampled_from(["work", "break", "homework"]), starts=st.none() | HOURS,
    ),
    max_size=12,
)  # fmt: skip


@given(BLOCKS, st.times())
def test_no_block_begins_before_the_one_before_has_ended_or_its_own_hour(blocks: list[Block], begin: dt.time) -> None:
    found = timetable(begin, blocks)
    for before, after in pairwise(found):
        assert after.starts >= before.ends
    for one in found:
        assert one.block.starts is None or one.starts >= one.block.starts.hour * 60 + one.block.starts.minute


def test_a_block_that_overruns_moves_what_follows_until_a_fixed_hour_catches_it() -> None:
    first = Block("a", "Goals", 20, took=35)
    second, third = Block("b", "Buyer", 20), Block("c", "Funnel", 30, starts=dt.time(10))
    hours = [(clock_text(one.starts), one.late) for one in timetable(dt.time(9), (first, second, third))]
    assert hours == [("09:00", 0), ("09:35", 15), ("10:00", 0)]


def test_the_block_at_hand_takes_longer_once_its_minutes_are_over_and_later_hours_follow() -> None:
    blocks = (Block("a", "Goals", 20), Block("b", "Buyer", 20))
    assert [clock_text(one.starts) for one in timetable(dt.time(9), blocks, "a", 12)] == ["09:00", "09:20"]
    late = timetable(dt.time(9), blocks, "a", 27)
    assert [(clock_text(one.starts), one.late) for one in late] == [("09:00", 0), ("09:27", 7)]


def test_homework_between_two_sessions_takes_no_time() -> None:
    found = timetable(None, (Block("a", "Export", 500, kind="homework"), Block("b", "Volumes", 30)))
    assert [clock_text(one.ends) for one in found] == ["09:00", "09:30"]
    last = timetable(None, (Block("b", "Volumes", 30, took=35), Block("a", "Export", 45, kind="homework")))[-1]
    assert (clock_text(last.planned_end), clock_text(last.ends)) == ("09:30", "09:35")
    assert last.ends_late == 5


def test_ready_agendas_last_what_they_say_and_name_sections_there_are() -> None:
    assert {one.key: one.minutes for one in READY} == {"hour": 60, "half_day": 235, "two_sessions": 315}
    for one in READY:
        blocks = ready_blocks(one, str)
        assert len({block.key for block in blocks}) == len(blocks)
        assert {block.section for block in blocks if block.section} <= set(SECTION)


def test_hours_past_midnight_begin_anew() -> None:
    assert clock_text(24 * 60 + 10) == "00:10"
