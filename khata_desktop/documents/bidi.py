"""The Unicode bidirectional algorithm (UAX 9): which way each character of a paragraph runs.

Written out here because the libraries at hand give only a finished display string, while setting type
needs the levels themselves: fonts, shaping and line breaks are decided between levels and reordering.
Mirroring (rule L4) is left to HarfBuzz, which mirrors whatever it shapes from right to left.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

_MAX_DEPTH = 125
_MAX_BRACKETS = 63
_EMBEDDINGS = frozenset(("RLE", "LRE", "RLO", "LRO"))
_REMOVED = _EMBEDDINGS | {"PDF", "BN"}
_ISOLATE_STARTS = frozenset(("LRI", "RLI", "FSI"))
_NEUTRAL = frozenset(("B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"))
#: Without one of these a left-to-right paragraph stays in order, whatever isolates it holds.
_RTL_TYPES = frozenset(("R", "AL", "AN", "RLE", "RLO", "RLI"))


def bidi_type(char: str) -> str:
    """Return the Bidi_Class of one character; unassigned ones count as left-to-right."""
    return unicodedata.bidirectional(char) or "L"


def needs_bidi(text: str) -> bool:
    """Return whether anything in `text` could run other than left to right in a left-to-right paragraph."""
    return not text.isascii() and any(bidi_type(char) in _RTL_TYPES for char in text)


def first_strong_level(text: str, *, default: int) -> int:
    """Return 1 when the first strong character outside isolates is right-to-left, 0 when left (P2, P3).

    `default` is the answer for text with no strong character at all, such as a bare number.
    """
    types = [bidi_type(char) for char in text]
    found = _first_strong(types, 0, len(types))
    return default if found is None else found


def embedding_levels(text: str, base: int) -> list[int]:
    """Return the resolved level of every character of one paragraph; even runs left to right.

    `base` is the paragraph's own level, 0 or 1. Separators and trailing spaces take it back (L1), as if the
    whole paragraph stood on one line.
    """
    types = [bidi_type(char) for char in text]
    matches = _match_isolates(types)
    explicit, resolved = _explicit_levels(types, base, matches)
    levels = list(explicit)
    for sequence in _isolating_runs(types, explicit, matches):
        kinds = _resolve_sequence(text, types, resolved, explicit, sequence, base)
        for i, kind in zip(sequence, kinds, strict=True):  # I1, I2
            if levels[i] % 2 == 0:
                levels[i] += {"R": 1, "AN": 2, "EN": 2}.get(kind, 0)
            else:
                levels[i] += kind != "R"
    _carry_over_removed(types, levels, base)
    _reset_separators(types, levels, base)
    return levels


def visual_order(levels: Sequence[int]) -> list[int]:
    """Return indexes into `levels` from left to right (L2). Works for characters and for whole runs."""
    order = list(range(len(levels)))
    if not levels:
        return order
    lowest_odd = min((level for level in levels if level % 2), default=None)
    if lowest_odd is None:
        return order
    for threshold in range(max(levels), lowest_odd - 1, -1):
        start = 0
        while start < len(order):
            if levels[order[start]] < threshold:
                start += 1
                continue
            end = start
            while end < len(order) and levels[order[end]] >= threshold:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end
    return order


# --- P2, P3 and BD9: first strong character, matching isolates -------------------------------------------


def _first_strong(types: Sequence[str], start: int, end: int) -> int | None:
    depth = 0
    for kind in types[start:end]:
        if kind in _ISOLATE_STARTS:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif depth == 0 and kind in ("L", "R", "AL"):
            return 0 if kind == "L" else 1
    return None


def _match_isolates(types: Sequence[str]) -> dict[int, int]:
    """Return initiator -> its PDI, and PDI -> its initiator."""
    open_at: list[int] = []
    matches: dict[int, int] = {}
    for i, kind in enumerate(types):
        if kind in _ISOLATE_STARTS:
            open_at.append(i)
        elif kind == "PDI" and open_at:
            start = open_at.pop()
            matches[start], matches[i] = i, start
        elif kind == "B":
            open_at.clear()
    return matches


# --- X1 to X8: explicit levels ---------------------------------------------------------------------------


def _explicit_levels(types: Sequence[str], base: int, matches: dict[int, int]) -> tuple[list[int], list[str]]:
    """Return each character's explicit level and its type after overrides."""
    levels, resolved = [base] * len(types), list(types)
    state = _Explicit(base)
    for i, kind in enumerate(types):
        if kind in _EMBEDDINGS:
            levels[i] = state.level
            state.embed(kind)
        elif kind in _ISOLATE_STARTS:
            levels[i], resolved[i] = state.level, state.override or kind
            odd = kind == "RLI"
            if kind == "FSI":
                odd = _first_strong(types, i + 1, matches.get(i, len(types))) == 1
            state.isolate(odd=odd)
        elif kind == "PDI":
            state.end_isolate()
            levels[i], resolved[i] = state.level, state.override or kind
        elif kind == "PDF":
            levels[i] = state.level
            state.end_embedding()
        elif kind == "B":
            state = _Explicit(base)
        else:
            levels[i] = state.level
            if kind != "BN":
                resolved[i] = state.override or kind
    return levels, resolved


class _Explicit:
    """The stack of embeddings and isolates open at one place (X1), and the counts of those too deep."""

    def __init__(self, base: int) -> None:
        self._stack: list[tuple[int, str, bool]] = [(base, "", False)]
        self._deep_isolates = 0
        self._deep_embeddings = 0
        self._valid_isolates = 0

    @property
    def level(self) -> int:
        return self._stack[-1][0]

    @property
    def override(self) -> str:
        return self._stack[-1][1]

    def embed(self, kind: str) -> None:
        new = _next_level(self.level, odd=kind[0] == "R")
        if new <= _MAX_DEPTH and not self._deep_isolates and not self._deep_embeddings:
            self._stack.append((new, {"RLO": "R", "LRO": "L"}.get(kind, ""), False))
        elif not self._deep_isolates:
            self._deep_embeddings += 1

    def isolate(self, *, odd: bool) -> None:
        new = _next_level(self.level, odd=odd)
        if new <= _MAX_DEPTH and not self._deep_isolates and not self._deep_embeddings:
            self._valid_isolates += 1
            self._stack.append((new, "", True))
        else:
            self._deep_isolates += 1

    def end_isolate(self) -> None:
        if self._deep_isolates:
            self._deep_isolates -= 1
        elif self._valid_isolates:
            self._deep_embeddings = 0
            while not self._stack[-1][2]:
                self._stack.pop()
            self._stack.pop()
            self._valid_isolates -= 1

    def end_embedding(self) -> None:
        if self._deep_isolates:
            return
        if self._deep_embeddings:
            self._deep_embeddings -= 1
        elif len(self._stack) > 1 and not self._stack[-1][2]:
            self._stack.pop()


def _next_level(level: int, *, odd: bool) -> int:
    return (level + 1) | 1 if odd else (level + 2) & ~1


# --- X10: isolating run sequences ------------------------------------------------------------------------


def _isolating_runs(
    types: Sequence[str], levels: Sequence[int], matches: dict[int, int]
) -> Iterator[list[int]]:
    """Yield the index lists of all isolating run sequences, controls that rule X9 removes left out."""
    kept = [i for i, kind in enumerate(types) if kind not in _REMOVED]
    runs: list[list[int]] = []
    for i in kept:
        if runs and levels[runs[-1][-1]] == levels[i] and types[runs[-1][-1]] != "B":
            runs[-1].append(i)
        else:
            runs.append([i])
    run_starting_at = {run[0]: run for run in runs}
    for run in runs:
        if types[run[0]] == "PDI" and run[0] in matches:
            continue  # it continues the run of its initiator
        sequence = list(run)
        while types[sequence[-1]] in _ISOLATE_STARTS and sequence[-1] in matches:
            following = run_starting_at.get(matches[sequence[-1]])
            if following is None:
                break
            sequence.extend(following)
        yield sequence


def _resolve_sequence(
    text: str,
    types: Sequence[str],
    resolved: Sequence[str],
    levels: Sequence[int],
    sequence: list[int],
    base: int,
) -> list[str]:
    """Return the resolved type (L, R, EN or AN) of each character of one isolating run sequence."""
    level = levels[sequence[0]]
    before = _neighbour_level(types, levels, sequence[0] - 1, -1, base)
    last = sequence[-1]
    after = base
    if types[last] not in _ISOLATE_STARTS:
        after = _neighbour_level(types, levels, last + 1, 1, base)
    sos, eos = ("R" if max(level, near) % 2 else "L" for near in (before, after))
    kinds = [resolved[i] for i in sequence]
    _weak(kinds, sos)
    _brackets([text[i] for i in sequence], kinds, [types[i] for i in sequence], sos, level)
    _neutrals(kinds, sos, eos, level)
    return kinds


def _neighbour_level(types: Sequence[str], levels: Sequence[int], i: int, step: int, base: int) -> int:
    while 0 <= i < len(types):
        if types[i] not in _REMOVED:
            return levels[i]
        i += step
    return base


# --- W1 to W7 --------------------------------------------------------------------------------------------


def _weak(kinds: list[str], sos: str) -> None:
    previous = strong = sos
    for i, given in enumerate(kinds):
        kind = given
        if given == "NSM":  # W1
            kind = "ON" if previous in _ISOLATE_STARTS or previous == "PDI" else previous
        previous = kinds[i] = kind
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":  # W2
            kinds[i] = "AN"
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]  # W3
    for i in range(1, len(kinds) - 1):  # W4
        before, kind, after = kinds[i - 1 : i + 2]
        if before == after and (
            (kind == "ES" and before == "EN") or (kind == "CS" and before in ("EN", "AN"))
        ):
            kinds[i] = before
    i = 0
    while i < len(kinds):  # W5
        if kinds[i] != "ET":
            i += 1
            continue
        end = i
        while end < len(kinds) and kinds[end] == "ET":
            end += 1
        if (i > 0 and kinds[i - 1] == "EN") or (end < len(kinds) and kinds[end] == "EN"):
            kinds[i:end] = ["EN"] * (end - i)
        i = end
    strong = sos
    for i, kind in enumerate(kinds):
        if kind in ("ES", "ET", "CS"):  # W6
            kinds[i] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":  # W7
            kinds[i] = "L"


# --- N0 to N2 --------------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _bracket_pairs() -> dict[str, str]:
    """Return opening bracket -> closing bracket, both in canonical form."""
    from bidi.mirror import MIRRORED

    pairs = {}
    for char, other in MIRRORED.items():
        if unicodedata.category(char) == "Ps" and unicodedata.category(other) == "Pe":
            pairs[char] = unicodedata.normalize("NFC", other)
    return pairs


def _find_pairs(chars: Sequence[str], kinds: Sequence[str]) -> list[tuple[int, int]]:
    """Return positions of matching brackets among neutral characters, in order of the opening one (BD16)."""
    pairs = _bracket_pairs()
    closers = set(pairs.values())
    stack: list[tuple[str, int]] = []
    found: list[tuple[int, int]] = []
    for i, char in enumerate(chars):
        if kinds[i] != "ON":
            continue
        if char in pairs:
            if len(stack) == _MAX_BRACKETS:
                return []
            stack.append((pairs[char], i))
        else:
            canonical = unicodedata.normalize("NFC", char)
            if canonical not in closers:
                continue
            for depth in range(len(stack) - 1, -1, -1):
                if stack[depth][0] == canonical:
                    found.append((stack[depth][1], i))
                    del stack[depth:]
                    break
    return sorted(found)


def _strong_side(kind: str) -> str:
    """Return the direction a resolved type pulls its surroundings to, or "" (numbers count as right)."""
    return "R" if kind in ("R", "EN", "AN") else kind if kind == "L" else ""


def _brackets(chars: list[str], kinds: list[str], original: list[str], sos: str, level: int) -> None:
    if "ON" not in kinds:
        return
    embedding = "R" if level % 2 else "L"
    for opening, closing in _find_pairs(chars, kinds):
        inside = {_strong_side(kind) for kind in kinds[opening + 1 : closing]} - {""}
        if embedding in inside:
            side = embedding
        elif inside:
            context = next((s for s in map(_strong_side, reversed(kinds[:opening])) if s), sos)
            side = context if context != embedding else embedding
        else:
            continue
        for at in (opening, closing):
            kinds[at] = side
            for i in range(at + 1, len(kinds)):  # marks on a bracket go with it
                if original[i] != "NSM":
                    break
                kinds[i] = side


def _neutrals(kinds: list[str], sos: str, eos: str, level: int) -> None:
    embedding = "R" if level % 2 else "L"
    i = 0
    while i < len(kinds):
        if kinds[i] not in _NEUTRAL:
            i += 1
            continue
        end = i
        while end < len(kinds) and kinds[end] in _NEUTRAL:
            end += 1
        before = _strong_side(kinds[i - 1]) if i else sos
        after = _strong_side(kinds[end]) if end < len(kinds) else eos
        kinds[i:end] = [before if before == after else embedding] * (end - i)
        i = end


# --- X9 kept characters and L1 ---------------------------------------------------------------------------


def _carry_over_removed(types: Sequence[str], levels: list[int], base: int) -> None:
    """Give characters that rule X9 takes out the level of what stands before them, so runs stay whole."""
    for i, kind in enumerate(types):
        if kind in _REMOVED:
            levels[i] = levels[i - 1] if i else base


def _reset_separators(types: Sequence[str], levels: list[int], base: int) -> None:
    trailing = True
    for i in range(len(types) - 1, -1, -1):
        kind = types[i]
        if kind in ("B", "S"):
            levels[i] = base
            trailing = True
        elif trailing and (kind == "WS" or kind in _REMOVED or kind in _ISOLATE_STARTS or kind == "PDI"):
            levels[i] = base
        else:
            trailing = False
