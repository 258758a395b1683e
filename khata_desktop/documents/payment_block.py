"""The payment QR with its caption, as a piece other blocks put beside their text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from khata_desktop.documents.paper import INK, Pen
from khata_desktop.documents.payment_qr import squares
from khata_desktop.documents.setting import Setting
from khata_desktop.documents.text import lay_out


@dataclass(frozen=True, slots=True)
class PaymentPiece:
    """A QR code of `size` points a side, drawn edge to edge, and its caption."""

    modules: Sequence[Sequence[bool]]
    size: float
    setting: Setting

    @property
    def _caption(self) -> str:
        return self.setting.word("scan_to_pay")

    def draw_beside(self, pen: Pen, offset: float, top: float, width: float) -> None:
        """Draw the code at the start of a box `width` wide, the caption beside it, halfway up."""
        pen.modules(self.modules, offset, top, self.size)
        indent = self.size + self.setting.sheet.text_size * 1.4
        caption = lay_out(self._caption, self.setting.style(bold=True), width=width - indent, max_lines=3)
        pen.text(caption, offset + indent, top + (self.size - caption.height) / 2, width - indent, color=INK)

    def draw_centred(self, pen: Pen, top: float, width: float) -> None:
        """Draw the code in the middle of the page's width, the caption under it."""
        pen.modules(self.modules, (width - self.size) / 2, top, self.size)
        caption = lay_out(self._caption, self.setting.body, width=width, max_lines=2)
        pen.text(caption, 0, top + self.size + self._gap, width, align="center")

    @property
    def _gap(self) -> float:
        return self.setting.sheet.text_size * 0.7

    @property
    def centred_height(self) -> float:
        """Return what `draw_centred` takes, caption included."""
        return self.size + self._gap + lay_out(self._caption, self.setting.body).height


def payment_piece(setting: Setting, text: str | None, *, size: float) -> PaymentPiece | None:
    """Return the piece for a QR saying `text`; None when there is nothing to say or it is too long."""
    modules = squares(text) if text else None
    return PaymentPiece(modules, size, setting) if modules else None
