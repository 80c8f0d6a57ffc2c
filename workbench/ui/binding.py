"""Puts off what Qt's binding carries inside itself for rare questions. Must not know anything of ours.

PySide holds a hundred kilobytes of Python as source text, and compiles and runs all of it whenever a program starts: a
third of what a bare window costs. Most of it words the complaint about a wrong argument, tells a function's signature,
or writes stub files. Here each such module is run when one of its names is asked for first; the answers are the same.
A later PySide that is put together otherwise is left as it is.
"""

from __future__ import annotations

import builtins
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import RLock
from types import CodeType, ModuleType
from typing import Any

FOLDER = "shibokensupport/signature/"
NEEDED_AT_ONCE = {"__init__", "lib/__init__", "loader", "importhandler", "mapping"}
"""What is asked at every start, and the table that PySide's own library reads without asking."""

STAND_IN = f"from {__name__} import ask_later; __getattr__ = ask_later(__name__)"

_waiting: dict[str, tuple[bytes, str]] = {}
_run: dict[str, ModuleType] = {}
_one_by_one = RLock()


@contextmanager
def rare_parts_later() -> Iterator[None]:
    """While PySide is imported for the first time, put its rarely needed parts off."""
    python_compile = builtins.compile

    def stand_in(source: bytes, file: str, mode: str, *more: Any, **others: Any) -> CodeType:
        part = file.removeprefix(FOLDER).removesuffix(".py")
        if f"{FOLDER}{part}.py" == file and part not in NEEDED_AT_ONCE:
            _waiting[file.removesuffix(".py").replace("/", ".")] = source, file
            return python_compile(STAND_IN, file, mode)
        return python_compile(source, file, mode, *more, **others)  # type: ignore[no-any-return]  # its own arguments

    builtins.compile = stand_in  # type: ignore[assignment]  # an overload answers a tree, which nobody asks for here
    try:
        yield
    finally:
        builtins.compile = python_compile


def ask_later(name: str) -> Callable[[str], Any]:
    """What a module that was put off answers when a name of its own is asked for: what the real one says.

    The real one is run by whoever asks first; nobody on another thread ever sees it half done.
    """

    def ask(wanted: str) -> Any:
        with _one_by_one:
            if name in _waiting:
                source, file = _waiting.pop(name)
                real = _run[name] = ModuleType(name)
                vars(real).update(__package__=name.rpartition(".")[0], __file__=file)
                exec(compile(source, file, "exec"), vars(real))  # noqa: S102  (PySide's own text, as PySide runs it)
        return getattr(_run[name], wanted)

    return ask
