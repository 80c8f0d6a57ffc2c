"""A window just large enough to prove that `person.py` can use one; shares nothing with the product."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSpinBox,
    QWidget,
)

TERMS = [f"{number} months" for number in range(1, 40)]


class SmallWindow(QWidget):
    """Asks for a name and a term, and says what it was told."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Small window")
        layout = QFormLayout(self)
        self.name, self.term, self.leads, self.sent = QLineEdit(), QComboBox(), QSpinBox(), QListWidget()
        self.term.addItems(TERMS)
        self.sent.setAccessibleName("Sent")
        self.agreed = QCheckBox("Both teams agree")
        self.said = QLabel("Nothing said")
        self.send = QPushButton("Send")
        self.send.setEnabled(False)
        layout.addRow("Na&me", self.name)
        layout.addRow("&Term", self.term)
        layout.addRow("&Leads a month", self.leads)
        for row in (self.agreed, self.send, self.said, self.sent):
            layout.addRow(row)
        hidden = QPushButton("Nobody sees this")
        layout.addRow(hidden)
        hidden.hide()
        self.agreed.toggled.connect(self.send.setEnabled)
        self.send.clicked.connect(self.say)
        self.resize(500, 400)

    def say(self) -> None:
        """Repeat what the fields hold."""
        words = f"{self.name.text()}, {self.term.currentText()}, {self.leads.value()}"
        self.said.setText(words)
        self.sent.addItem(words)


if __name__ == "__main__":
    application = QApplication(sys.argv)
    window = SmallWindow()
    window.show()
    print("shown", flush=True)
    sys.exit(application.exec())
