"""Every word of the window is there in Urdu and Hindi, and the language can be switched while it runs."""

import ast
import importlib.util
import json
import logging
import re
import shutil
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from khata_desktop.config import LANGUAGES, Language, resource_path
from khata_desktop.domain.errors import BookExists, KhataError
from khata_desktop.domain.import_errors import DatesUnclear
from khata_desktop.domain.reading_errors import AmountUnreadable
from khata_desktop.domain.record_errors import CodeTaken, NotAllowed, UnknownRecord, ValueOutOfBounds
from khata_desktop.domain.rights import Right
from khata_desktop.ui import translation
from khata_desktop.ui.error_text import error_text
from khata_desktop.ui.translation import direction_of, language_in_use, use_language


def _load_update() -> ModuleType:
    spec = importlib.util.spec_from_file_location("i18n_update", resource_path("i18n", "update.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


update = _load_update()
FOREIGN: tuple[Language, ...] = ("ur", "hi")


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    yield
    use_language(qapp, "en")


# --- the files -----------------------------------------------------------------------------------------


def test_every_text_is_translated_keeps_its_placeholders_and_the_files_are_up_to_date() -> None:
    found = update.faults()
    assert not found, "\n".join(["run `python resources/i18n/update.py`, then translate:", *found])


def test_errors_of_the_server_and_of_tests_are_no_texts_of_the_window() -> None:
    from khata_desktop.server.errors import SettingRefused

    class OfATest(KhataError):
        template = "Only a test says this."

    texts = update.domain_texts()["errors"]
    assert OfATest.template not in texts
    assert SettingRefused.template not in texts
    assert CodeTaken.template in texts


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    """Return a folder with the translations as they are, to be spoiled."""
    for language in LANGUAGES:
        for suffix in ("ts", "qm"):
            shutil.copy(resource_path("i18n", f"khata_{language}.{suffix}"), tmp_path)
    return tmp_path


def _spoil(folder: Path, language: str, old: str, new: str) -> None:
    file = update.ts_file(language, folder)
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_every_way_a_translation_can_be_wrong_is_found(scratch: Path) -> None:
    _spoil(scratch, "ur", "<translation>بینک<", '<translation type="unfinished"><')
    _spoil(scratch, "ur", "<translation>گاہک<", '<translation type="unfinished">گاہک<')
    _spoil(scratch, "ur", "{number} درست کریں", "{numbr} درست کریں")
    _spoil(scratch, "hi", "<source>Bank charges</source>", "<source>Bank charges of old</source>")
    _spoil(scratch, "ur", "\u200fPDF بنائیں", "PDF بنائیں")
    faults = update.faults(scratch)
    assert "ur: PaperPreview: 'Save PDF' would be set from the left" in faults
    assert "ur: Account: 'Bank' is not translated" in faults
    assert "ur: Account: 'Customers' is not translated" in faults
    assert any("loses or adds a placeholder in '\\u200f{numbr}" in fault for fault in faults)
    assert "khata_hi.ts is out of date; run resources/i18n/update.py" in faults
    assert "khata_ur.qm is out of date; run resources/i18n/update.py" in faults


def test_what_is_missing_can_be_filled_back_in(scratch: Path) -> None:
    _spoil(scratch, "ur", "<translation>ٹیگ</translation>", '<translation type="unfinished"></translation>')
    open_texts = [key for key, entry in update.missing(scratch).items() if entry.get("ur") == ""]
    filled = {key: {"ur": "ٹیگ"} for key in open_texts}
    update.update(scratch, json.loads(json.dumps(filled)))
    assert open_texts
    left = update.missing(scratch)
    assert not [key for key in open_texts if "ur" in left.get(key, {})]


# --- the sources ---------------------------------------------------------------------------------------


def _sources() -> list[tuple[Path, ast.Module]]:
    files = [file for file in update.sources() if file.name != "qt_texts.py"]
    return [(file, ast.parse(file.read_text(encoding="utf-8"))) for file in files]


def _constant(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def test_every_tr_is_called_on_self_with_a_plain_text_that_is_in_the_files() -> None:
    known = {(message.context, message.source) for message in update.messages_of(update.ts_file("ur"))}
    wrong = []
    for file, tree in _sources():
        for owner, call in update.calls_by_class(tree):
            function = call.func
            if not isinstance(function, ast.Attribute) or function.attr != "tr":
                continue
            place = f"{file.name}:{call.lineno}"
            # Another object's tr looks in another class's context than the one lupdate wrote down.
            if not isinstance(function.value, ast.Name) or function.value.id != "self":
                wrong.append(f"{place}: tr is called on something else than self")
            text = _constant(call.args[0])
            if text is None:
                wrong.append(f"{place}: tr needs a plain text; fill it in with .format() afterwards")
            elif (owner, text) not in known:
                wrong.append(f"{place}: {text!r} is not in the files under {owner!r}")
    assert not wrong, "\n".join(wrong)


def test_every_translate_with_plain_texts_is_in_the_files() -> None:
    known = {(message.context, message.source) for message in update.messages_of(update.ts_file("ur"))}
    wrong = []
    for file, tree in _sources():
        for _, call in update.calls_by_class(tree):
            function = call.func
            name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
            if name in ("translate", "QT_TRANSLATE_NOOP") and len(call.args) >= 2:
                pair = (_constant(call.args[0]), _constant(call.args[1]))
                if None not in pair and pair not in known:
                    wrong.append(f"{file.name}:{call.lineno}: {pair} is not in the files")
    assert not wrong, "\n".join(wrong)


# What shows a text, and which of its arguments is the text.
_SHOWS = {
    "setText": 0, "setWindowTitle": 0, "setToolTip": 0, "setPlaceholderText": 0, "setAccessibleName": 0,
    "setAccessibleDescription": 0, "setStatusTip": 0, "set_label": 0, "set_title": 0, "set_tip": 0,
    "set_error": 0, "set_suffix": 0, "toast": 0, "add_field": 1, "Label": 0, "Button": 0, "IconButton": 1,
    "QLabel": 0, "QPushButton": 0, "QCheckBox": 0, "QRadioButton": 0, "QAction": 0, "QGroupBox": 0,
}  # fmt: skip
# The same in every language.
_NAMES = {"Khata", "PDF", "Excel", "CSV", "WhatsApp", "QR", "Esc", "Enter"}


def _plain_words(node: ast.expr) -> str:
    """Return the words a text has in the source itself, without what is filled in."""
    if isinstance(node, ast.JoinedStr):
        return "".join(_constant(part) or "" for part in node.values if isinstance(part, ast.Constant))
    return _constant(node) or ""


def test_no_text_is_shown_that_was_not_translated() -> None:
    wrong = []
    for file, tree in _sources():
        for _, call in update.calls_by_class(tree):
            function = call.func
            name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
            if name not in _SHOWS or len(call.args) <= _SHOWS[name]:
                continue
            # A form is told which field first, and what is wrong with it after that.
            at = 1 if name == "set_error" and len(call.args) > 1 else _SHOWS[name]
            words = _plain_words(call.args[at]).strip()
            if [word for word in re.findall(r"[^\W\d_]{2,}", words) if word not in _NAMES]:
                wrong.append(f"{file.name}:{call.lineno}: {words!r} is shown as it is; wrap it in self.tr()")
    assert not wrong, "\n".join(wrong)


# --- switching -----------------------------------------------------------------------------------------


class _Listening(QWidget):
    """Counts the language changes it hears of."""

    def __init__(self) -> None:
        super().__init__()
        self.heard = 0

    def changeEvent(self, event: QEvent) -> None:
        self.heard += event.type() == QEvent.Type.LanguageChange
        super().changeEvent(event)


class PartyForm(QObject):
    """Stands for the form of that name: Qt finds texts by the name of the class."""

    def save(self) -> str:
        return self.tr("Save")


class _OwnPartyForm(PartyForm):
    pass


def test_language_is_switched_live_with_one_event_and_the_right_direction(
    qapp: QApplication, qtbot: QtBot
) -> None:
    window = _Listening()
    inside = _Listening()
    inside.setParent(window)
    qtbot.addWidget(window)
    for step, language in enumerate(("ur", "hi", "en", "ur"), start=1):
        assert language in LANGUAGES
        use_language(qapp, language)
        QCoreApplication.sendPostedEvents()
        assert language_in_use(qapp) == language
        assert window.heard == inside.heard == step
        assert qapp.layoutDirection() == direction_of(language) == window.layoutDirection()
    use_language(qapp, "ur")
    QCoreApplication.sendPostedEvents()
    assert window.heard == 4, "switching to the language in use changes nothing"


def test_texts_follow_the_language_also_in_a_class_below(qapp: QApplication) -> None:
    form = _OwnPartyForm()
    assert form.save() == "Save"
    use_language(qapp, "ur")
    assert form.save() == "محفوظ کریں"
    use_language(qapp, "hi")
    assert form.save() == "सहेजें"
    use_language(qapp, "en")
    assert form.save() == "Save"


def test_only_urdu_is_laid_out_from_right_to_left() -> None:
    assert [direction_of(language) for language in LANGUAGES] == [
        Qt.LayoutDirection.LeftToRight,
        Qt.LayoutDirection.RightToLeft,
        Qt.LayoutDirection.LeftToRight,
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_are_right_in_every_language(qapp: QApplication, language: Language) -> None:
    use_language(qapp, language)
    for message in update.messages_of(update.ts_file(language)):
        if message.plural:
            for number, form in ((1, message.forms[0]), (7, message.forms[-1])):
                shown = QCoreApplication.translate(message.context, message.source, None, number)
                assert shown == form.replace("%n", str(number))


def test_an_update_that_writes_the_files_anew_leaves_the_words_in_use_alone(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "i18n" / "khata_ur.qm"
    file.parent.mkdir()
    shutil.copy(resource_path("i18n", "khata_ur.qm"), file)
    with monkeypatch.context() as patch:
        patch.setattr(translation, "resource_path", tmp_path.joinpath)
        use_language(qapp, "ur")
    # In place, as a copy over it does: what is mapped changes with it.
    with file.open("r+b") as opened:
        opened.write(bytes(file.stat().st_size))
    assert QCoreApplication.translate("QLineEdit", "&Copy") == "کاپی کریں"


def test_the_menu_of_a_text_field_speaks_the_language_too(qapp: QApplication) -> None:
    use_language(qapp, "ur")
    assert QCoreApplication.translate("QLineEdit", "&Copy") == "کاپی کریں"


def test_a_missing_file_is_told_to_the_log_and_leaves_english(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING), monkeypatch.context() as patch:
        patch.setattr(translation, "resource_path", tmp_path.joinpath)
        use_language(qapp, "ur")
    assert "translation file for ur is missing" in caplog.text
    assert PartyForm().save() == "Save"
    assert QLabel().layoutDirection() == Qt.LayoutDirection.RightToLeft


# --- errors --------------------------------------------------------------------------------------------


def test_an_error_in_english_is_its_own_sentence() -> None:
    error = AmountUnreadable(text="abc")
    assert error_text(error) == str(error)


@pytest.mark.parametrize("language", FOREIGN)
def test_an_error_is_told_in_the_language_with_what_was_typed(qapp: QApplication, language: Language) -> None:
    use_language(qapp, language)
    text = error_text(AmountUnreadable(text="abc"))
    assert "\u2068abc\u2069" in text
    assert "is not an amount" not in text


def test_a_path_and_a_day_keep_their_own_order_within_urdu(qapp: QApplication) -> None:
    use_language(qapp, "ur")
    assert "\u2066/books/رحمت.khata\u2069" in error_text(BookExists(path=Path("/books/رحمت.khata")))
    asked = DatesUnclear(
        column="Date", example="3/12/2019", line=2, day_first=date(2019, 12, 3), month_first=date(2019, 3, 12)
    )
    assert "\u20662019-12-03\u2069" in error_text(asked)


def test_words_inside_an_error_are_translated_too(qapp: QApplication) -> None:
    use_language(qapp, "ur")
    assert "آئٹم" in error_text(UnknownRecord(entity="item", name="چینی"))
    assert "فروخت کرنا" in error_text(NotAllowed(right=Right.SELL.value))
    limit = ValueOutOfBounds(name="credit_limit_minor", value=-1, lowest=0, highest=10)
    assert "ادھار کی حد" in error_text(limit)
    nested = CodeTaken(code=AmountUnreadable(text="x"), name="y")
    assert "رقم نہیں ہے" in error_text(nested)


def test_an_error_without_its_values_still_says_something(qapp: QApplication) -> None:
    class Odd(KhataError):
        template = "Odd {missing}."

        def __str__(self) -> str:
            return "Odd."

    assert error_text(Odd()) == "Odd."
    assert error_text(RuntimeError("x")).startswith("Something went wrong")


@pytest.mark.parametrize(("language", "other"), [("ur", "ڈیوائس"), ("hi", "उपकरण")])
def test_a_device_has_one_name_in_a_language(language: str, other: str) -> None:
    source = Path(__file__).parents[2] / "resources" / "i18n" / f"khata_{language}.ts"
    assert other not in source.read_text(encoding="utf-8")
