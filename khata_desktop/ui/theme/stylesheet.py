"""The style sheet: resources/themes/window.qss with the tokens filled in."""

from functools import lru_cache
from string import Template

from khata_desktop.config import resource_path
from khata_desktop.ui.theme.tokens import RADIUS, RADIUS_SHEET, Colours, Metrics


@lru_cache(maxsize=1)
def _template() -> str:
    return resource_path("themes", "window.qss").read_text(encoding="utf-8")


def build_stylesheet(colours: Colours, metrics: Metrics) -> str:
    """Return the style sheet for one set of colours and sizes."""
    px = metrics.px
    values = {field: getattr(colours, field) for field in Colours.__dataclass_fields__}
    return Template(_template()).substitute(
        **values,
        outline_strong=colours.muted,
        radius=RADIUS,
        sheet=RADIUS_SHEET,
        pad=px(10),
        pad1=px(10) - 1,
        pad4=px(14),
        pad5=px(14) - 1,
        pad_text=px(10) - 4,
        pad_text1=px(10) - 5,
        control=metrics.control,
        inner=metrics.control - 2,
        inner2=metrics.control - 4,
        arrow=px(30),
        glyph=px(18),
        small=px(14),
        menu_row=px(30),
        minbutton=px(56),
        box=px(18),
        box_round=px(18) // 2 + 1,
        line_text=metrics.line(metrics.text),
    )
