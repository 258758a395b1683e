"""Shaped glyphs inside a PDF: subset fonts addressed by glyph, with a true text layer.

ReportLab's own TrueType support thinks in characters and parks shaped glyphs in private-use code points, so
copied text comes out as rubbish. Here every pair of (glyph, the text it stands for) gets a code of its own
in a CID font: the page shows the shaped form and the reader still copies and finds the words.
"""

from __future__ import annotations

from array import array
from typing import Any

from khata_desktop.documents.fonts import Face
from khata_desktop.documents.shaping import ShapedRun

_DROPPED_TABLES = ("GSUB", "GPOS", "GDEF", "STAT", "DSIG", "gasp", "name", "OS/2", "post", "cmap")
_CMAP_BLOCK = 100


class DocumentFonts:
    """The embedded fonts of one document being written.

    Attributes:
        canvas: the ReportLab canvas; fonts are added to it on first use and written when it is saved.
    """

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas
        self._embedded: dict[Face, _EmbeddedFace] = {}
        self._encoded: dict[ShapedRun, tuple[tuple[int, str], ...]] = {}

    def operators(self, run: ShapedRun, size: float, x: float, y: float) -> str:
        """Return the PDF text operators (for inside BT ... ET) that set `run` with its baseline at x, y."""
        embedded = self._embedded.get(run.face)
        if embedded is None:
            embedded = _EmbeddedFace(run.face, f"K{len(self._embedded) + 1}")
            self._embedded[run.face] = embedded
            self._canvas._doc.delayedFonts.append(embedded)
        pieces = self._encoded.get(run)
        if pieces is None and run.plain:
            codes = [embedded.code_hex(glyph[0], glyph[1]) for glyph in run.glyphs]
            pieces = self._encoded[run] = ((0, f"<{''.join(codes)}> Tj"),)
        if pieces is None:
            tangled = any(glyph.dy or (glyph.advance and not glyph.text) for glyph in run.glyphs)
            pieces = _encode(embedded, run, silent=tangled)
            if tangled:
                pieces = ((0, _text_layer(embedded, run)), *pieces)
            self._encoded[run] = pieces
        place = f"1 0 0 1 {x:.2f} {y:.2f} Tm"
        head = f"/{embedded.name} {size:.4g} Tf {place}"
        if len(pieces) == 1:
            return f"{head} {pieces[0][1]}"
        scale = size / run.face.upem
        raised = " ".join([f"{dy * scale:.2f} Ts {shown}" for dy, shown in pieces[1:]])
        return f"{head} {pieces[0][1]} {place} {raised} 0 Ts"


class _EmbeddedFace:
    """One face as a Type 0 font; ReportLab calls `addObjects` when the document is saved."""

    def __init__(self, face: Face, name: str) -> None:
        self.face = face
        self.name = name
        self._codes: dict[tuple[int, str], str] = {}

    def code_hex(self, glyph_id: int, text: str) -> str:
        """Return the code (CID, four hex digits) that shows this glyph and copies as this text."""
        key = (glyph_id, text)
        found = self._codes.get(key)
        if found is None:
            found = self._codes[key] = f"{len(self._codes) + 1:04X}"
        return found

    def addObjects(self, document: Any) -> None:  # noqa: N802 - the name ReportLab calls
        """Write the font's objects into the document."""
        from reportlab.pdfbase import pdfdoc

        base = f"{_subset_tag(self._codes)}+{self.face.hb_face.get_name(6) or self.face.name}"
        widths = [self._thousandths(self.face.advance(glyph)) for glyph, _ in self._codes]
        descendant = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType2",
                "BaseFont": f"/{base}",
                "CIDSystemInfo": pdfdoc.PDFDictionary(
                    {
                        "Registry": pdfdoc.PDFString("Adobe"),
                        "Ordering": pdfdoc.PDFString("Identity"),
                        "Supplement": 0,
                    }
                ),
                "FontDescriptor": document.Reference(self._descriptor(document, base)),
                "DW": 0,
                "W": pdfdoc.PDFArray([1, pdfdoc.PDFArray(widths)]),
                "CIDToGIDMap": document.Reference(_stream(self._glyph_map())),
            }
        )
        font = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": f"/{base}",
                "Encoding": "/Identity-H",
                "DescendantFonts": pdfdoc.PDFArray([document.Reference(descendant)]),
                "ToUnicode": document.Reference(_stream(self._to_unicode().encode("ascii"))),
            }
        )
        document.idToObject["BasicFonts"].dict[self.name] = document.Reference(font)

    def _thousandths(self, units: float) -> int:
        return round(units * 1000 / self.face.upem)

    def _descriptor(self, document: Any, base: str) -> Any:
        from reportlab.pdfbase import pdfdoc

        extents = self.face.hb_font.get_font_extents("ltr")
        ascent, descent = self._thousandths(extents.ascender), self._thousandths(extents.descender)
        return pdfdoc.PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": f"/{base}",
                "Flags": 4,
                "FontBBox": pdfdoc.PDFArray([-500, descent, 2000, ascent]),
                "ItalicAngle": 0,
                "Ascent": ascent,
                "Descent": descent,
                "CapHeight": 714,
                "StemV": 140 if self.face.name.endswith("bold") else 80,
                "FontFile2": document.Reference(_stream(self._subset(), length1=True)),
            }
        )

    def _subset(self) -> bytes:
        """Return the font file with only the used outlines, glyph numbers kept."""
        import uharfbuzz as hb

        wanted = hb.SubsetInput()
        wanted.glyph_set.set({glyph for glyph, _ in self._codes} | {0})
        wanted.drop_table_tag_set.set({_tag(name) for name in _DROPPED_TABLES})
        wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
        return bytes(hb.subset(self.face.hb_face, wanted).blob.data)

    def _glyph_map(self) -> bytes:
        glyphs = array("H", [0, *(glyph for glyph, _ in self._codes)])
        glyphs.byteswap()  # big-endian; every machine this runs on is little-endian
        return glyphs.tobytes()

    def _to_unicode(self) -> str:
        entries = [
            f"<{code}> <{text.encode('utf-16-be').hex().upper()}>" for (_, text), code in self._codes.items()
        ]
        blocks = [entries[i : i + _CMAP_BLOCK] for i in range(0, len(entries), _CMAP_BLOCK)]
        body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
        return (
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
            "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
            "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
            f"{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
        )


def _text_layer(embedded: _EmbeddedFace, run: ShapedRun) -> str:
    """Return the words of a run as empty glyphs spread along its baseline.

    Nastaliq letters climb within a word and Devanagari vowels change places. A reader program that meets them
    where they are drawn tears words apart, so the drawn glyphs say nothing and these, which draw nothing, do.
    """
    space = run.face.glyphs[0x20]
    codes = [embedded.code_hex(space, glyph.text) for glyph in run.glyphs if glyph.text]
    stretch = 100 * run.advance / (len(codes) * run.face.advance(space))
    return f"{stretch:.2f} Tz <{''.join(codes)}> Tj 100 Tz"


def _encode(embedded: _EmbeddedFace, run: ShapedRun, *, silent: bool) -> tuple[tuple[int, str], ...]:
    """Return (rise in font units, "[...] TJ") pieces; pen movements are in thousandths of the size."""
    pieces: list[tuple[int, str]] = []
    codes: list[str] = []
    rise, pending = 0, 0  # pending: how far the pen stands beyond where the next glyph starts
    advance, code_of = run.face.advance, embedded.code_hex
    factor = 1000 / run.face.upem
    for glyph in run.glyphs:
        glyph_id, text, moved, dx, dy = glyph
        if dy != rise and codes:
            pieces.append((rise, "[<" + "".join(codes) + ">] TJ"))
            codes = []
        rise = dy
        if pending != dx:
            codes.append(f">{(pending - dx) * factor:g}<")
        codes.append(code_of(glyph_id, "" if silent else text))
        pending = dx + advance(glyph_id) - moved
    pieces.append((rise, "[<" + "".join(codes) + ">] TJ"))
    return tuple(pieces)


def _subset_tag(codes: dict[tuple[int, str], str]) -> str:
    """Return six letters naming this subset, as PDF asks; the same glyphs give the same letters."""
    import zlib

    number = zlib.crc32(repr(list(codes)).encode("ascii", "backslashreplace"))
    return "".join(chr(65 + number // 26**place % 26) for place in range(6))


def _tag(name: str) -> int:
    return int.from_bytes(name.encode("ascii"), "big")


def _stream(content: bytes, *, length1: bool = False) -> Any:
    from reportlab.pdfbase import pdfdoc

    stream = pdfdoc.PDFStream(content=content, filters=[pdfdoc.PDFZCompress])
    if length1:
        stream.dictionary.dict["Length1"] = len(content)
    return stream
