"""The tour draws what there is: pages, forms, states, in any language and theme."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from khata_desktop.ui.tour import draw, main
from khata_desktop.ui.translation import use_language


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    yield
    use_language(qapp, "en")


def test_pictures_are_drawn_in_the_language_and_theme_asked_for(tmp_path: Path) -> None:
    pictures = draw(
        tmp_path,
        only=("first-shop", "fault-damaged", "page-settings"),
        languages=("ur",),
        themes=("light", "dark"),
    )
    assert {(path.parent.name, path.stem) for path in pictures} == {
        (place, name)
        for place in ("ur-light", "ur-dark")
        for name in ("first-shop", "fault-damaged", "page-settings")
    }
    light = QImage(str(tmp_path / "ur-light" / "page-settings.png"))
    dark = QImage(str(tmp_path / "ur-dark" / "page-settings.png"))
    assert (light.width(), light.height()) == (1366, 768)
    # The rail stands at the right in Urdu; the page's ground is light or dark.
    assert light.pixelColor(1360, 700) == QColor("#0F3D38")
    assert light.pixelColor(300, 700).lightness() > 200 > 100 > dark.pixelColor(300, 700).lightness()
    assert "ur-dark/fault-damaged.png" in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_wrong_usage_is_told() -> None:
    assert main([]) == 2
