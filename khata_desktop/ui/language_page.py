"""The very first screen: the language."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from khata_desktop.config import LANGUAGES, Language
from khata_desktop.formatting import LANGUAGE_NAMES
from khata_desktop.ui.theme import active
from khata_desktop.ui.widgets.choice_card import ChoiceCard
from khata_desktop.ui.widgets.label import Label

_GREETINGS = {
    "en": "Your shop's khata, on your own computer",
    "ur": "آپ کی دکان کا کھاتہ، آپ کے اپنے کمپیوٹر پر",
    "hi": "आपकी दुकान का खाता, आपके अपने कंप्यूटर पर",
}


class LanguagePage(QWidget):
    """The very first screen: one press on one's own language.

    Signals:
        language_chosen: "en", "ur" or "hi".
    """

    language_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.cards: dict[Language, ChoiceCard] = {}
        brand = Label("Khata", size="total", bold=True)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(brand)
        column.addSpacing(16)
        for language in LANGUAGES:
            card = ChoiceCard(LANGUAGE_NAMES[language], _GREETINGS[language], icon="language")
            right = language == "ur"
            card.setLayoutDirection(
                Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
            )
            card.clicked.connect(lambda _=False, chosen=language: self.language_chosen.emit(chosen))
            self.cards[language] = card
            column.addWidget(card)
        row = QHBoxLayout(self)
        middle = QWidget()
        middle.setObjectName("scrolled")
        middle.setFixedWidth(active().metrics.px(480))
        box = QVBoxLayout(middle)
        box.addStretch(2)
        box.addLayout(column)
        box.addStretch(3)
        row.addStretch(1)
        row.addWidget(middle)
        row.addStretch(1)

    def focus_first(self) -> None:
        """Put the focus on the first language."""
        self.cards["en"].setFocus(Qt.FocusReason.TabFocusReason)
