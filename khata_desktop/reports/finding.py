"""Finding records by what was typed: by its letters as they stand first, and by its sound after them.

The `search` column holds the key of a record's texts (see `domain.search_key`). A key is generous, so what is
found by it alone is never shown before what has the very letters that were typed.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Table, and_, bindparam, case, literal, or_

from khata_desktop.domain.search_key import TypedWord, search_key, typed_words
from khata_desktop.reports.common import contains, like
from khata_desktop.storage.record_projection import SEARCHED
from khata_desktop.storage.tables import RECORD_TABLES

#: What stands before the beginning of a word, as a set of GLOB.
_BEFORE = "[ (/.,;:+&'\"_-]"
#: A pattern that nothing fits.
_NOTHING = ""
_TEXTS = {RECORD_TABLES[entity].name: texts for entity, texts in SEARCHED.items()}


def words_of(text: str) -> list[TypedWord]:
    """Return the words of a search for a name; a record must hold each, in any order."""
    return typed_words(text)


def match_words(table: Table, count: int) -> ColumnElement[bool]:
    """Return the condition that a record holds each of ``count`` words (``word0`` ...).

    A word is there by its sound; one whose sound is a single letter as a whole word, or by its own letters.
    """
    return and_(*(_holds(table, f"{i}") for i in range(count)))


def _holds(table: Table, i: str) -> ColumnElement[bool]:
    search, texts = table.c.search, [table.c[name] for name in _TEXTS[table.name]]
    # These are dear: only where the word asks for it, and of records that may well fit.
    whole = and_(
        bindparam(f"whole{i}") != _NOTHING,
        search.op("GLOB")(bindparam(f"near{i}")),
        (literal(" ").concat(search).concat(literal(" "))).op("GLOB")(bindparam(f"whole{i}")),
    )
    start = and_(
        bindparam(f"start{i}") != _NOTHING,
        or_(*(contains(text, f"letters{i}") for text in texts)),
        _begins_word(table, f"first{i}", f"start{i}"),
    )
    return or_(search.op("GLOB")(bindparam(f"word{i}")), whole, start)


def word_parameters(words: Sequence[TypedWord]) -> dict[str, str]:
    """Return the parameters for ``match_words``."""
    parameters: dict[str, str] = {}
    for i, word in enumerate(words):
        little = word.says_little
        parameters |= {
            f"word{i}": _NOTHING if little else f"*{word.key}*",
            f"near{i}": f"*{word.key}*",
            # A letter after a number is a measure: 50 g is not ghee.
            f"whole{i}": f"*[^0-9]{word.key} *" if little and len(word.letters) > 1 else _NOTHING,
            f"letters{i}": like(word.letters),
            f"first{i}": _either_case(word) + "*",
            f"start{i}": _start(word) if little else _NOTHING,
        }
    return parameters


def found(table: Table, count: int, exact: ColumnElement[bool]) -> ColumnElement[bool]:
    """Return the condition that a record is offered in a search field: by its words, a part of its name, or
    what is ``exact``.
    """
    return or_(exact, match_words(table, count), contains(table.c.name, "part"))


def rank(table: Table, count: int, exact: ColumnElement[bool]) -> ColumnElement[int]:
    """Return the order of what is ``found``: exactly so, a name that begins so, a word that does, a part of a
    name; then what only sounds alike, a name that begins so before the rest.
    """
    return case(
        (exact, 0),
        (table.c.name.like(bindparam("begins"), escape="!"), 1),
        (and_(*(_begins_word(table, f"first{i}", f"begun{i}") for i in range(count))), 2),
        (contains(table.c.name, "part"), 3),
        (table.c.search.like(bindparam("sounds")), 4),
        else_=5,
    )


def found_parameters(text: str, words: Sequence[TypedWord]) -> dict[str, str]:
    """Return the parameters for ``found`` and ``rank``."""
    return {
        "begins": like(text)[1:],
        # One letter is a part of nearly everything.
        "part": like(text) if len(text) > 1 else _NOTHING,
        "sounds": words[0].key + (" %" if words[0].says_little else "%"),
        **{f"begun{i}": _start(word) for i, word in enumerate(words)},
        **word_parameters(words),
    }


def is_heard_in(words: Sequence[TypedWord], text: str) -> bool:
    """Return whether a text of the program's own holds each of the words, by letters or sound.

    Nothing there is known by a sound of a single letter: ghee is no *You gave*.
    """
    there = typed_words(text)
    return all(
        any(
            own.letters.startswith(word.letters)
            or (not word.says_little and own.key.strip().startswith(word.key.strip()))
            for own in there
        )
        or (word.key.isdigit() and word.key in search_key(text))
        for word in words
    )


def _start(word: TypedWord) -> str:
    return f"*{_BEFORE}{_either_case(word)}*"


def _either_case(word: TypedWord) -> str:
    """Return a word as a pattern of GLOB, which tells small letters from large ones."""
    return "".join(
        f"[{char}{char.upper()}]" if char.isascii() and char.isalpha() else char for char in word.letters
    )


def _begins_word(table: Table, first: str, later: str) -> ColumnElement[bool]:
    """Return the condition that a text begins so, or a later word in it does."""
    texts = [table.c[name] for name in _TEXTS[table.name]]
    return or_(*(text.op("GLOB")(bindparam(name)) for text in texts for name in (first, later)))
