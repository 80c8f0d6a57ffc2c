"""Every kind: what is typed, what is kept, what is shown."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, strategies as st

from tests.support.trees import values
from workbench.base.language import language
from workbench.fields.amounts import DurationKind, IntegerKind, MoneyKind, NumberKind, RateKind
from workbench.fields.kind import BadText, Kind
from workbench.fields.moments import DayKind, MomentKind, TimeKind
from workbench.fields.pictures import PictureKind
from workbench.fields.value import CALENDAR_UNITS, Duration, Shown
from workbench.fields.words import ChoiceKind, ChoicesKind, CodeKind, Option, TextKind, TextsKind, YesNoKind, clean

OPTIONS = (Option("a", "Apple"), Option("b", "Big pear"))
ENGLISH = Shown(language("en"), "EUR")
GERMAN = Shown(language("de"), "EUR")
KINDS: list[Kind] = [
    TextKind(),
    TextKind(lines=True, limit=4000),
    TextsKind(),
    TextsKind(data_values=True),
    ChoiceKind(options=OPTIONS),
    ChoicesKind(options=OPTIONS),
    YesNoKind(),
    PictureKind(),
    TextKind(limit=7, pattern="#[0-9A-Fa-f]{6}"),
    CodeKind(of="currency"),
    CodeKind(of="time_zone"),
    IntegerKind(),
    NumberKind(),
    MoneyKind(),
    RateKind(),
    RateKind(zero=True),
    DurationKind(),
    DurationKind(units=CALENDAR_UNITS),
    DayKind(),
    TimeKind(),
    MomentKind(),
]


@pytest.mark.parametrize("kind", KINDS, ids=repr)
@pytest.mark.parametrize("shown", [ENGLISH, GERMAN], ids=["en", "de"])
@given(data=st.data())
def test_what_is_shown_for_editing_is_read_back(kind: Kind, shown: Shown, data: st.DataObject) -> None:
    value = data.draw(values(kind))
    assert kind.parse(kind.edit_text(value, shown), shown) == value
    assert kind.is_empty(value) or kind.problem(value) is None
    assert kind.normal(value) == value


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (RateKind(), "25", Decimal("0.25")),
        (RateKind(), "25%", Decimal("0.25")),
        (RateKind(), "62.5", Decimal("0.625")),
        (RateKind(), "0.5%", Decimal("0.005")),
        (RateKind(), "1", Decimal("0.01")),
        (MoneyKind(), "€12,000", Decimal(12000)),
        (MoneyKind(), "12,000.50 EUR", Decimal("12000.5")),
        (IntegerKind(), " 1,200 ", 1200),
        (DurationKind(), "15 min", Duration(15, "minutes")),
        (DurationKind(), "2h", Duration(2, "hours")),
        (DurationKind(), "1 business day", Duration(1, "business_days")),
        (DurationKind(units=CALENDAR_UNITS), "90 days", Duration(90, "days")),
        (TimeKind(), "9", dt.time(9)),
        (TimeKind(), "5:30 pm", dt.time(17, 30)),
        (TimeKind(), "12am", dt.time(0)),
        (TimeKind(), "24:00", dt.time(0)),
        (DayKind(), "2027-01-31", dt.date(2027, 1, 31)),
        (MomentKind(), "2027-03-11 10:00", dt.datetime.fromisoformat("2027-03-11T10:00")),
        (ChoiceKind(options=OPTIONS), "big pear", "b"),
        (ChoicesKind(options=OPTIONS), "Big pear; apple", ("a", "b")),
        (TextsKind(), "one\n\n two \nONE", ("one", "two")),
        (CodeKind(of="currency"), "eur", "EUR"),
        (YesNoKind(), "yes", True),
    ],
)
def test_typed_text_is_read_as_people_mean_it(kind: Kind, typed: str, value: Any) -> None:
    assert kind.parse(typed, ENGLISH) == value


@pytest.mark.parametrize(
    ("kind", "typed", "says"),
    [
        (RateKind(), "0.8", "0.8% or 80%"),
        (RateKind(), "0", "0% cannot be worked with"),
        (RateKind(), "120", "at most 100%"),
        (RateKind(), "-5", "at most 100%"),
        (MoneyKind(), "-1", "of at least 0"),
        (MoneyKind(), "1.005", "At most 2 decimals"),
        (MoneyKind(), "twelve", "not a number"),
        (NumberKind(), "NaN", "not a number"),
        (NumberKind(), "1e99", "not a number"),
        (IntegerKind(most=10), "11", "from 0 to 10"),
        (IntegerKind(), "1.5", "not a whole number"),
        (DurationKind(), "15", "a number and a unit"),
        (DurationKind(), "1 day", "a number and a unit"),
        (DurationKind(), "1.5 hours", "smaller unit"),
        (DurationKind(), "0 hours", "from 1 to"),
        (TimeKind(), "25:00", "not a time of day"),
        (TimeKind(), "13 pm", "not a time of day"),
        (DayKind(), "2027-02-30", "not a day"),
        (DayKind(), "soon", "not a day"),
        (DayKind(), "1999-12-31", "from 2000 to 2100"),
        (ChoiceKind(options=OPTIONS), "plum", "Apple, Big pear"),
        (CodeKind(of="time_zone"), "Berlin", "not a time zone"),
        (CodeKind(of="time_zone"), "../../etc/passwd", "not a time zone"),
        (CodeKind(of="currency"), "euros", "three letters"),
        (TextKind(limit=5), "123456", "at most 5"),
        (TextsKind(data_values=True), "Demo*", "wildcard"),
        (YesNoKind(), "maybe", "yes or no"),
    ],
)
def test_text_that_is_no_value_is_refused_in_one_sentence(kind: Kind, typed: str, says: str) -> None:
    with pytest.raises(BadText) as caught:
        kind.parse(typed, ENGLISH)
    assert says in str(caught.value)
    assert str(caught.value).endswith(".")


def test_a_german_comma_is_a_decimal_comma() -> None:
    assert NumberKind().parse("1.234,5", GERMAN) == Decimal("1234.5")
    with pytest.raises(BadText):
        NumberKind().parse("1.2", GERMAN)


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        (MoneyKind(), Decimal(270000), "€270,000"),
        (MoneyKind(), Decimal("900.5"), "€900.50"),
        (RateKind(), Decimal("0.625"), "62.5%"),
        (IntegerKind(unit="leads"), 4800, "4,800 leads"),
        (DurationKind(), Duration(1, "hours"), "1 business hour"),
        (DurationKind(), Duration(2, "business_days"), "2 business days"),
        (DayKind(), dt.date(2027, 1, 1), "1 January 2027"),
        (TimeKind(), dt.time(9), "09:00"),
    ],
)
def test_values_are_shown_as_readers_expect(kind: Kind, value: Any, text: str) -> None:
    assert kind.format(value, ENGLISH) == text


def test_text_is_cleaned_of_what_nobody_can_see() -> None:
    assert clean(" a\u0000b\ud800c\u00a0 d ", lines=False) == "abc d"
    assert clean("e\u0301", lines=False) == "é"
    assert clean("one  \r\ntwo\r\n\r\n", lines=True) == "one\ntwo"
