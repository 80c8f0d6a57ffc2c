"""What was asked of the same object is not worked out again; an equal one is."""

from __future__ import annotations

from workbench.base.same_again import same_again


def test_only_the_same_object_is_remembered_and_only_the_last_few() -> None:
    asked: list[list[int]] = []

    @same_again(2)
    def total(numbers: list[int]) -> int:
        """The sum."""
        asked.append(numbers)
        return sum(numbers)

    first, equal, third = [1, 2], [1, 2], [3]
    assert [total(first), total(first), total(equal), total(first)] == [3, 3, 3, 3]
    assert [id(one) for one in asked] == [id(first), id(equal)]
    assert (total(third), total(equal), total(first)) == (3, 3, 3)
    assert [id(one) for one in asked] == [id(first), id(equal), id(third), id(first)], "the oldest was forgotten"
    assert total.__doc__ == "The sum."
