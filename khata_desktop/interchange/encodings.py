"""Which encoding a text file is in, told by its bytes and never by chance."""

from __future__ import annotations

import codecs
from pathlib import Path

from khata_desktop.domain.import_errors import EncodingBroken, FileEmpty, NotATable

_SAMPLE = 65_536
_BLOCK = 1 << 20
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    # Before UTF-16, whose mark the little-endian one begins with.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: How other kinds of file begin, which often bear a wrong name.
_OTHER_KINDS = (
    b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"SQLite format 3", b"\xd0\xcf\x11\xe0", b"\x1f\x8b",
    b"7z\xbc\xaf", b"Rar!", b"\x7fELF", b"MZ\x90",
)  # fmt: skip
_BINARY_SHARE = 0.05


def find_encoding(path: Path) -> tuple[str, bool]:
    """Return the encoding of a text file, and whether that is sure (a mark, or valid UTF-8).

    Raises FileEmpty, NotATable, EncodingBroken, OSError.
    """
    with path.open("rb") as file:
        sample = file.read(_SAMPLE)
    if not sample.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
        raise FileEmpty(path=path)
    for mark, encoding in _BOMS:
        if sample.startswith(mark):
            if not _decodes(path, encoding):
                raise EncodingBroken(path=path, encoding=encoding.removesuffix("-sig").upper())
            return encoding, True
    if sample.startswith(_OTHER_KINDS):
        raise NotATable(path=path)
    wide = _utf16_without_mark(sample)
    if wide is not None and _decodes(path, wide):
        return wide, False
    if _control_share(sample) > _BINARY_SHARE:
        raise NotATable(path=path)
    if _decodes(path, "utf-8"):
        return "utf-8", True
    # Latin-1 takes any byte, so it is the last resort; Windows-1252 has five bytes that mean nothing.
    return ("cp1252" if _decodes(path, "cp1252") else "latin-1"), False


def _decodes(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                decoder.decode(block)
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _utf16_without_mark(sample: bytes) -> str | None:
    """Return UTF-16 of either order when nearly every second byte is zero, as in Latin text."""
    half = len(sample) // 2
    if half < 8:
        return None
    if sample[1::2].count(0) > 0.9 * half and sample[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if sample[::2].count(0) > 0.9 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def _control_share(sample: bytes) -> float:
    controls = len(sample.translate(None, bytes(range(9, 14)) + bytes(range(32, 256)) + b"\x1a\x1b"))
    # A file may have a run of NULs where a disk failed; the lines around it are still worth reading.
    return (controls - sample.count(0)) / len(sample) if sample.count(0) < len(sample) // 2 else 1.0
