"""Language and look: what this user on this computer prefers."""

from PySide6.QtWidgets import QCheckBox

from khata_desktop.config import LANGUAGES
from khata_desktop.formatting import LANGUAGE_NAMES, grouped, isolated, local_digits
from khata_desktop.services.outcome import Topic
from khata_desktop.ui.settings.section import SettingGroup, SettingsSection
from khata_desktop.ui.widgets.button import key_text
from khata_desktop.ui.widgets.chips import SegmentedControl
from khata_desktop.ui.widgets.choice_box import ChoiceBox

_SCALES = (90, 100, 110, 125, 150)
_EXAMPLE = 1234567


class LookSection(SettingsSection):
    """Every choice acts at once."""

    topics = frozenset({Topic.BUSINESS})

    def build(self) -> None:
        """Make the groups."""
        self._build_language()
        self._build_look()
        self._build_words()
        self.column.addStretch(1)

    def _build_language(self) -> None:
        group = SettingGroup(self.tr("Language and figures"))
        self.language = ChoiceBox([(language, LANGUAGE_NAMES[language]) for language in LANGUAGES])
        self.language.choice_changed.connect(lambda value: self.context.change_config(language=value))
        group.add_row(self.tr("Language of the program"), self.language)
        own = self.context.config.language_or_english
        self.digits = SegmentedControl([("latin", "1 2 3"), ("local", local_digits("1 2 3", own))])
        self.digits.choice_changed.connect(lambda value: self.context.change_config(digits=value))
        row = group.add_row(self.tr("Digits"), self.digits)
        row.set_shown(own != "en")
        self.grouping = SegmentedControl(
            [("lakh", grouped(_EXAMPLE, "lakh")), ("million", grouped(_EXAMPLE, "million"))]
        )
        self.grouping.choice_changed.connect(lambda value: self.change_business({"grouping": value}))
        group.add_row(
            self.tr("Commas in figures"),
            self.grouping,
            self.tr("Lakh and crore, or thousands and millions; on screen and on paper."),
        )
        self.column.addWidget(group)

    def _build_look(self) -> None:
        group = SettingGroup(self.tr("Look"))
        self.theme = SegmentedControl(
            [
                ("system", self.tr("As the computer")),
                ("light", self.tr("Light")),
                ("dark", self.tr("Dark")),
                ("contrast", self.tr("High contrast")),
            ]
        )
        self.theme.choice_changed.connect(lambda value: self.context.change_config(theme=value))
        group.add_row(self.tr("Colours"), self.theme)
        self.scale = SegmentedControl([(scale, f"{scale}%") for scale in _SCALES])
        self.scale.choice_changed.connect(lambda value: self.context.change_config(font_scale_percent=value))
        group.add_row(self.tr("Size of letters"), self.scale)
        self.rows = SegmentedControl([(False, self.tr("Comfortable")), (True, self.tr("Close together"))])
        self.rows.choice_changed.connect(lambda value: self.context.change_config(compact_rows=value))
        group.add_row(self.tr("Rows of lists"), self.rows)
        self.column.addWidget(group)

    def _build_words(self) -> None:
        group = SettingGroup(self.tr("Words and privacy"))
        self.accounting = QCheckBox()
        self.accounting.toggled.connect(self._on_accounting_toggled)
        group.add_row(
            self.tr("Accounting words"),
            self.accounting,
            self.tr("Debit and credit in place of gave and got."),
        )
        self.blur = QCheckBox()
        self.blur.toggled.connect(self._on_blur_toggled)
        # Its hint names the key in force, which may change while the page is kept.
        self.blur_row = group.add_row(self.tr("Hide amounts"), self.blur)
        self.column.addWidget(group)

    def refresh(self) -> None:
        """Show the choices in force."""
        config = self.context.config
        hint = self.tr("Dots in place of amounts while somebody looks on. {key} does the same.")
        self.blur_row.set_hint(hint.format(key=isolated(key_text("Ctrl+Shift+P"))))
        self.language.set_value(config.language_or_english)
        self.digits.set_value(config.digits)
        self.grouping.set_value(self.context.business.grouping)
        self.theme.set_value(config.theme)
        self.scale.set_value(config.font_scale_percent)
        self.rows.set_value(config.compact_rows)
        for box, value in ((self.accounting, config.accounting_words), (self.blur, config.blur_amounts)):
            box.blockSignals(True)
            box.setChecked(value)
            box.blockSignals(False)

    def _on_accounting_toggled(self, checked: bool) -> None:
        self.context.change_config(accounting_words=checked)

    def _on_blur_toggled(self, checked: bool) -> None:
        self.context.change_config(blur_amounts=checked)
