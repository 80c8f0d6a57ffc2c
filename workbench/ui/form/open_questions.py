"""What is still open in one section, counted and in reading order. Must not know widgets or rules."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.base.errors import NotFoundError
from workbench.base.language import N_, Language
from workbench.fields.path import declared, get, join, walk
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
    return OpenQuestions(len(missing), len(wrong), len(doubtful), _in_order(draft, path, missing | wrong | doubtful))


def _is_unanswered(draft: Draft, path: str) -> bool:
    try:
        return declared(draft.root, path)[2].kind.is_empty(draft.value(path))
    except NotFoundError:
        return False


def _in_order(draft: Draft, path: str, paths: set[str]) -> tuple[str, ...]:
    if len(paths) < 2:
        return tuple(paths)
    node = get(draft.root, path) if path else draft.root
    order = {join(path, at): number for number, (at, _, _) in enumerate(walk(node))}
    return tuple(sorted(paths, key=lambda at: (order.get(at, -1), at)))
