"""Keep the translations in step with the sources.

    python resources/i18n/update.py               bring the .ts files up to date and compile the .qm files
    python resources/i18n/update.py --check       change nothing; fail when something is out of date or open
    python resources/i18n/update.py --missing     print what is still to be translated, as JSON
    python resources/i18n/update.py --fill FILE   take translations from such a JSON file

What is to be translated: every `tr(...)`, `translate(...)` and `QT_TRANSLATE_NOOP(...)` of the window; the
sentences of the domain's errors and of the reviews; and the few texts of Qt itself that a user meets
(`qt_texts.py`).
English needs only its plurals.

A text that has one translation elsewhere is filled in from there, so a word is translated once. `--missing`
and `--fill` use this form; forms of plurals are lists, and a text that needs different words in different
places can be keyed `Context|Text`:

    {"Save": {"where": "PartyForm", "ur": "محفوظ کریں", "hi": "सहेजें"},
     "%n bill(s)": {"where": "DayPage", "en": ["%n bill", "%n bills"], "ur": ["%n بل", "%n بل"], ...}}
"""

import argparse
import ast
import importlib
import json
import pkgutil
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from khata_desktop.domain.errors import KhataError

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
LANGUAGES = {"en": "en_US", "ur": "ur_PK", "hi": "hi_IN"}
_FROM_RIGHT = frozenset({"ur"})
_ROOMS = ("domain", "formatting", "storage", "services", "interchange", "documents", "wire", "sync")


@dataclass(frozen=True, slots=True)
class Message:
    """One text in one language: `forms` are its translations, several for a plural, "" where open."""

    context: str
    source: str
    comment: str
    plural: bool
    finished: bool
    forms: tuple[str, ...]

    @property
    def key(self) -> str:
        """The text as `--missing` names it; a comment tells apart what is written alike."""
        return f"{self.source} // {self.comment}" if self.comment else self.source

    @property
    def done(self) -> bool:
        """Whether every form is translated."""
        return self.finished and all(form.strip() for form in self.forms)


def ts_file(language: str, folder: Path = HERE) -> Path:
    """Return the path of a language's source of translations."""
    return folder / f"khata_{language}.ts"


def messages_of(file: Path) -> list[Message]:
    """Read the messages of a .ts file."""
    return [message for message, _ in _read(ElementTree.parse(file))]


def _read(
    tree: "ElementTree.ElementTree[ElementTree.Element]",
) -> Iterator[tuple[Message, ElementTree.Element]]:
    for context in tree.iter("context"):
        name = context.findtext("name") or ""
        for element in context.iter("message"):
            translation = element.find("translation")
            assert translation is not None, "a message of a .ts file has a translation element"
            plural = element.get("numerus") == "yes"
            forms = [form.text or "" for form in translation.iter("numerusform")] if plural else []
            yield (
                Message(
                    context=name,
                    source=element.findtext("source") or "",
                    comment=element.findtext("comment") or "",
                    plural=plural,
                    finished=translation.get("type") is None,
                    forms=tuple(forms) if plural else (translation.text or "",),
                ),
                translation,
            )


def _write(file: Path, tree: "ElementTree.ElementTree[ElementTree.Element]") -> None:
    text = ElementTree.tostring(tree.getroot(), encoding="unicode")
    file.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")


# --- collecting ----------------------------------------------------------------------------------------


def sources() -> list[Path]:
    """Return the files of the program that speak to the user through Qt."""
    package = ROOT / "khata_desktop"
    return sorted([*package.glob("*.py"), *package.glob("ui/**/*.py"), HERE / "qt_texts.py"])


def domain_texts() -> dict[str, list[str]]:
    """Return by context the texts that live below the window, where Qt is not known."""
    import khata_desktop
    from khata_desktop.domain.errors import KhataError
    from khata_desktop.domain.records import RECORD_FIELDS, Entity
    from khata_desktop.domain.rights import Right
    from khata_desktop.reports.review_words import TEXTS
    from khata_desktop.ui.error_text import field_words

    for module in pkgutil.walk_packages(khata_desktop.__path__, "khata_desktop."):
        if _in_rooms(module.name):
            importlib.import_module(module.name)
    # Whoever asks may have errors of other rooms, or of tests, in the same process.
    templates = {kind.template for kind in _below(KhataError) if _in_rooms(kind.__module__)}
    fields = {field_words(name) for specs in RECORD_FIELDS.values() for name in specs}
    return {
        "errors": sorted(templates),
        "fields": sorted(fields),
        "records": sorted([*Entity, "voucher"]),
        "reviews": sorted(TEXTS),
        "rights": sorted(Right),
    }


def _in_rooms(module: str) -> bool:
    return module.startswith("khata_desktop.") and module.split(".")[1] in _ROOMS


def _below(kind: "type[KhataError]") -> "Iterator[type[KhataError]]":
    for child in kind.__subclasses__():
        if child.template != kind.template:
            yield child
        yield from _below(child)


def counted_texts() -> list[tuple[str, str, str]]:
    """Return (context, text, comment) of every text with %n.

    lupdate knows a plural in Python only as `self.tr(text, comment, n)`, and loses one whose number is
    more than a name; what it is told first it keeps.
    """
    found = set()
    for file in sources():
        for owner, call in calls_by_class(ast.parse(file.read_text(encoding="utf-8"))):
            name = getattr(call.func, "attr", None) or getattr(call.func, "id", "")
            values = [arg.value for arg in call.args if isinstance(arg, ast.Constant)]
            texts = [value for value in values if isinstance(value, str)]
            if name == "tr":
                texts.insert(0, owner)
            elif name != "translate":
                continue
            if len(texts) > 1 and "%n" in texts[1]:
                found.add((texts[0], texts[1], texts[2] if len(texts) > 2 else ""))
    return sorted(found)


def calls_by_class(tree: ast.Module) -> Iterator[tuple[str, ast.Call]]:
    """Yield each call of a source with the name of the innermost class around it, "" outside of any."""

    def walk(node: ast.AST, owner: str) -> Iterator[tuple[str, ast.Call]]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Call):
                yield owner, child
            yield from walk(child, child.name if isinstance(child, ast.ClassDef) else owner)

    yield from walk(tree, "")


def _collect(folder: Path) -> None:
    """Bring the .ts files of a folder up to date with the sources."""
    lines = [
        f"class {context}:\n def plural(self):\n  self.tr({json.dumps(text)}, {json.dumps(comment)}, n)"
        for context, text, comment in counted_texts()
    ]
    lines += [
        f"QT_TRANSLATE_NOOP({context!r}, {json.dumps(text)})"
        for context, texts in domain_texts().items()
        for text in map(str, texts)
    ]
    with tempfile.TemporaryDirectory() as scratch:
        below = Path(scratch, "domain_texts.py")
        below.write_text("\n".join(lines), encoding="utf-8")
        listed = Path(scratch, "sources.lst")
        listed.write_text("\n".join(map(str, [below, *sources()])), encoding="utf-8")
        for language, region in LANGUAGES.items():
            file = ts_file(language, folder)
            options = ["-silent", "-no-obsolete", "-sort-messages", "-locations", "none"]
            options += ["-disable-heuristic", "sametext", "-disable-heuristic", "similartext"]
            options += ["-source-language", "en_US", "-target-language", region]
            if language == "en":
                options.append("-pluralonly")
            _run("lupdate", *options, f"@{listed}", "-ts", str(file))


def _run(tool: str, *arguments: str) -> None:
    # Beside this interpreter, so that it is the Qt of the environment and no other.
    program = Path(sys.executable).with_name(f"pyside6-{tool}")
    result = subprocess.run([str(program), *arguments], capture_output=True, text=True, check=False)
    # Without plurals the English file is empty, and lupdate and lrelease say so; that is no fault.
    if result.returncode:
        raise SystemExit(f"{tool} failed:\n{result.stdout}{result.stderr}")


def _compile(folder: Path, into: Path) -> None:
    for language in LANGUAGES:
        _run("lrelease", "-silent", str(ts_file(language, folder)), "-qm", str(into / f"khata_{language}.qm"))


_RIGHT_LETTER = re.compile("[\u0620-\u06d3\u200f]")
# A placeholder stands for a name of either kind; the figure of %n has no direction.
_FIRST_LETTER = re.compile("[{\u0620-\u06d3\u200f]|%\\d|(?<!%)[A-Za-z]")

# --- translating ---------------------------------------------------------------------------------------


def _remember(folder: Path, language: str) -> dict[str, tuple[str, ...]]:
    """Return what is translated in one way everywhere, by key."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for message in messages_of(ts_file(language, folder)):
        if message.done:
            found.setdefault(message.key, set()).add(message.forms)
    return {key: ways.pop() for key, ways in found.items() if len(ways) == 1}


def _fill(folder: Path, given: dict[str, dict[str, object]] | None = None) -> int:
    """Put translations where they are open (or given anew); return how many messages were filled."""
    given = given or {}
    filled_before = filled = 0
    for language in LANGUAGES:
        known = _remember(folder, language)
        file = ts_file(language, folder)
        tree = ElementTree.parse(file)
        for message, element in _read(tree):
            entry = given.get(f"{message.context}|{message.key}") or given.get(message.key) or {}
            offered = entry.get(language)
            forms = tuple(offered) if isinstance(offered, list) else (str(offered),) if offered else ()
            if not forms and not message.done:
                forms = known.get(message.key, ())
            if language in _FROM_RIGHT:
                forms = tuple(map(from_right, forms or message.forms))
            if len(forms) == len(message.forms) and all(forms) and forms != message.forms:
                _put(element, message, forms)
                filled += 1
        # A file with nothing new stays as lupdate wrote it.
        if filled > filled_before:
            _write(file, tree)
        filled_before = filled
    return filled


def from_right(text: str) -> str:
    """Return a text that is set from the right even where it begins with a name in Latin letters.

    Qt takes the direction of a line from its first letter, so "Aslam شامل ہو گیا" would stand the wrong
    way round.
    """
    first = _FIRST_LETTER.search(text)
    begins_open = first is not None and not _RIGHT_LETTER.match(first[0])
    return f"\u200f{text}" if begins_open and _RIGHT_LETTER.search(text) else text


def _put(element: ElementTree.Element, message: Message, forms: tuple[str, ...]) -> None:
    element.attrib.pop("type", None)
    if message.plural:
        for slot, form in zip(element.iter("numerusform"), forms, strict=True):
            slot.text = form
    else:
        element.text = forms[0]


def missing(folder: Path = HERE) -> dict[str, dict[str, object]]:
    """Return what is open, by text, in the form `--fill` takes."""
    found: dict[str, dict[str, object]] = {}
    for language in LANGUAGES:
        for message in messages_of(ts_file(language, folder)):
            if message.done:
                continue
            entry = found.setdefault(message.key, {"where": message.context})
            if message.context not in str(entry["where"]).split(", "):
                entry["where"] = f"{entry['where']}, {message.context}"
            entry[language] = list(message.forms) if message.plural else message.forms[0]
    return found


# --- checking ------------------------------------------------------------------------------------------

_MARKS = re.compile(r"\{\w*\}|%L?\d|%n|</?\w+[^>]*>|\*\.\w+|;;|\n")


def marks_of(text: str) -> Counter[str]:
    """Return the parts of a text that a translation must keep: placeholders, tags, file patterns, lines."""
    return Counter(_MARKS.findall(text))


def faults(folder: Path = HERE) -> list[str]:
    """Return one line for each thing that is open, wrong or out of date in the folder's files."""
    found = []
    for language in LANGUAGES:
        for message in messages_of(ts_file(language, folder)):
            name = f"{language}: {message.context}: {message.source!r}"
            if not message.done:
                found.append(f"{name} is not translated")
                continue
            if language in _FROM_RIGHT and message.forms != tuple(map(from_right, message.forms)):
                found.append(f"{name} would be set from the left")
            wanted = marks_of(message.source)
            for form in message.forms:
                # "1 bill" may drop its %n: "ایک بل".
                if marks_of(form) != wanted and marks_of(form) + Counter(["%n"]) != wanted:
                    found.append(f"{name} loses or adds a placeholder in {form!r}")
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch)
        for language in LANGUAGES:
            (copy / ts_file(language).name).write_bytes(ts_file(language, folder).read_bytes())
        _collect(copy)
        _compile(folder, copy)
        for language in LANGUAGES:
            for suffix in ("ts", "qm"):
                name = f"khata_{language}.{suffix}"
                kept = folder / name
                if not kept.is_file() or kept.read_bytes() != (copy / name).read_bytes():
                    found.append(f"{name} is out of date; run resources/i18n/update.py")
    return found


def update(folder: Path = HERE, given: dict[str, dict[str, object]] | None = None) -> None:
    """Bring the .ts and .qm files up to date, with the translations given."""
    _collect(folder)
    if _fill(folder, given):
        # Once more, so that the files look as lupdate writes them.
        _collect(folder)
    _compile(folder, folder)


def main() -> int:
    """Do what the command line asks; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--check", action="store_true", help="change nothing, list what is wrong")
    group.add_argument("--missing", action="store_true", help="print what is not translated, as JSON")
    group.add_argument("--fill", type=Path, metavar="FILE", help="take translations from a JSON file")
    options = parser.parse_args()
    if options.check:
        found = faults()
        print("\n".join(found) or "All translations are complete and up to date.")
        return 1 if found else 0
    update(given=json.loads(options.fill.read_text(encoding="utf-8")) if options.fill else None)
    if options.missing:
        print(json.dumps(missing(), ensure_ascii=False, indent=1))
        return 0
    open_texts = len(missing())
    print(
        f"{open_texts} texts are not translated; --missing lists them."
        if open_texts
        else "All is translated."
    )
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    raise SystemExit(main())
