"""The editor of a code of a published list: typing finds it by code or name. Must not know whence the lists come."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QListView, QStyledItemDelegate, QWidget

from workbench.fields.declare import Field
from workbench.fields.value import Shown
from workbench.fields.words import CodeKind
from workbench.ui.form.editors.codes import code_name, codes
from workbench.ui.form.editors.editor import Surroundings
from workbench.ui.form.editors.line import WordsLineEditor

_CODE = Qt.ItemDataRole.UserRole


class _CodeCompleter(QCompleter):
    """Finds by what is shown and types the code."""

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """The code of an entry."""
        return str(index.data(_CODE))


class CodeEditor(WordsLineEditor):
    """A line that offers the codes whose code or name holds what was typed, and names the code at its right end."""

    def __init__(self, field: Field, surroundings: Surroundings, parent: QWidget) -> None:
        super().__init__(field, surroundings, parent)
        self._offered = False
        self.line.textEdited.connect(self._offer)

    def meaning(self, value: Any, shown: Shown) -> str:
        """The name of the code."""
        assert isinstance(self.field.kind, CodeKind)  # chosen by kind
        return code_name(self.field.kind.of, value, shown.language.code) if value else ""

    def _offer(self) -> None:
        """Fill the list at the first letter typed, not for every form that has the field."""
        if self._offered:
            return
        self._offered = True
        assert isinstance(self.field.kind, CodeKind)  # chosen by kind
        model = QStandardItemModel(self.line)
        for code, name in codes(self.field.kind.of, self.surroundings.shown.language.code):
            item = QStandardItem(code if code.endswith(name.replace(" ", "_")) else f"{code}  {name}")
            item.setData(code, _CODE)
            model.appendRow(item)
        completer = _CodeCompleter(model, self.line)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(8)
        popup = QListView()
        popup.setProperty("kind", "popup")
        completer.setPopup(popup)  # owns it from now on
        popup.setItemDelegate(QStyledItemDelegate(popup))  # else the sheet's row heights are ignored
        self.line.setCompleter(completer)
