"""A tinted band across the page with a few labelled figures side by side."""

from __future__ import annotations

from collections.abc import Sequence

from khata_desktop.documents.flow import Block
from khata_desktop.documents.paper import GREEN, INK, LINE, MUTED, Pen
from khata_desktop.documents.setting import Setting
from khata_desktop.documents.text import lay_out


def band(setting: Setting, cells: Sequence[tuple[str, str]], *, strong: int | None = None) -> Block:
    """Return the band; `cells` are (label, figure), `strong` the index of the one that matters most."""
    width = setting.sheet.content_width
    inset = setting.sheet.text_size
    cell_width = (width - 2 * inset) / len(cells)
    laid = [
        (
            lay_out(label, setting.small, width=cell_width - 6, max_lines=2),
            lay_out(
                figure,
                setting.style(1.3 if i == strong else 1.1, bold=True),
                width=cell_width - 4,
                max_lines=2,
            ),
        )
        for i, (label, figure) in enumerate(cells)
    ]
    label_height = max(label.height for label, _ in laid)
    ascent = max(figure.ascent for _, figure in laid)
    figure_height = max(ascent - figure.ascent + figure.height for _, figure in laid)
    pad = setting.sheet.text_size * 0.6
    height = label_height + figure_height + 2 * pad

    def draw(pen: Pen, top: float) -> None:
        pen.fill(0, top, width, height)
        pen.rule(0, top, width, color=LINE)
        pen.rule(0, top + height, width, color=LINE)
        for i, (label, figure) in enumerate(laid):
            at = inset + i * cell_width
            pen.text(label, at, top + pad, cell_width - 6, color=MUTED)
            figure_top = top + pad + label_height + ascent - figure.ascent
            pen.text(figure, at, figure_top, cell_width - 4, color=GREEN if i == strong else INK)

    return Block(height=height, draw=draw)
