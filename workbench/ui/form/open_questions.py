"""What is still open in one section, counted and in reading order. Must not know widgets or rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from workbench.base.language import N_, Language
from workbench.base.same_again import same_again
from workbench.fields.declare import Field
from workbench.fields.walked import walked
from workbench.ui.form.draft import Draft, within


@dataclass(frozen=True)
class OpenQuestions:
    """What is open.

    Attributes:
        unanswered: Places where an answer that signing needs is missing, or is what a template left to be filled.
        wrong: Places with an answer that cannot be signed, or with text that is no answer.
        doubtful: Places with a warning.
        paths: All of these places, in reading order.
    """

    unanswered: int
    wrong: int
    doubtful: int
    paths: tuple[str, ...]

    def words(self, language: Language) -> str:
        """The counts in a few words."""
        text = language.count
        parts = [
            (self.wrong, text(N_("{n} to mend"), N_("{n} to mend"), self.wrong)),
            (self.unanswered, text(N_("{n} question left"), N_("{n} questions left"), self.unanswered)),
            (self.doubtful, text(N_("{n} to look at"), N_("{n} to look at"), self.doubtful)),
        ]
        said = "  ·  ".join(words.format(n=count) for count, words in parts if count)
        return said or language.text(N_("Nothing open here"))


def open_questions(draft: Draft, path: str) -> OpenQuestions:
    """What is open at and inside a path."""
    unread = {at for at in draft.unread if within(at, path)}
    issues = [issue for issue in draft.issues if within(issue.path, path)]
    errors = {issue.path for issue in issues if issue.severity == "error"} - unread
    missing = {at for at in errors if _is_unanswered(draft, at)}
    left = {issue.path for issue in issues if issue.code == "placeholder"} - errors - unread
    missing |= left
    doubtful = {issue.path for issue in issues if issue.severity == "warning"} - errors - unread - left
    wrong = (errors - missing) | unread
    return OpenQuestions(len(missing), len(wrong), len(doubtful), _in_order(draft, missing | wrong | doubtful))


def _is_unanswered(draft: Draft, path: str) -> bool:
    found = _fields_by_path(draft.root).get(path)
    return found is not None and found[1].kind.is_empty(found[2])


def _in_order(draft: Draft, paths: set[str]) -> tuple[str, ...]:
    if len(paths) < 2:
        return tuple(paths)
    known = _fields_by_path(draft.root)
    return tuple(sorted(paths, key=lambda at: (known[at][0] if at in known else -1, at)))


@same_again(2)
def _fields_by_path(root: Any) -> dict[str, tuple[int, Field, Any]]:
    """Each field of a tree by its path: where it stands in reading order, its declaration and its value."""
    return {at: (number, field, value) for number, (at, field, value) in enumerate(walked(root))}
