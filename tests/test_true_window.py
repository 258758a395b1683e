"""The true window is really drawn, answers the keyboard, and leaves nothing behind when the session ends."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageGrab

# A blinking cursor changes fewer pixels than this; a form that opens or a list that drops down, far more.
_CARET_PIXELS = 300
_PATIENCE_S = 60


def _pixels_apart(one: Image.Image, other: Image.Image) -> int:
    different = ImageChops.difference(one, other).convert("L").point(lambda value: 255 if value > 8 else 0)
    return different.histogram()[255]


def _until(holds: Callable[[], bool], complaint: str) -> None:
    end = time.monotonic() + _PATIENCE_S
    while not holds():
        assert time.monotonic() < end, complaint
        time.sleep(0.3)


@pytest.mark.window
def test_window_is_drawn_answers_the_keyboard_and_closes_its_book_at_the_end_of_the_session(
    virtual_screen: str, tmp_path: Path
) -> None:
    environment = os.environ | {"DISPLAY": virtual_screen, "QT_QPA_PLATFORM": "xcb", "LANG": "C.UTF-8"}

    def xdotool(*arguments: str) -> str:
        run = subprocess.run(
            ["xdotool", *arguments], env=environment, capture_output=True, text=True, check=False
        )
        return run.stdout.split("\n")[0]

    def picture_at_rest() -> Image.Image:
        pictures = [ImageGrab.grab(xdisplay=virtual_screen).convert("RGB")]

        def still() -> bool:
            pictures.append(ImageGrab.grab(xdisplay=virtual_screen).convert("RGB"))
            return _pixels_apart(pictures[-2], pictures[-1]) < _CARET_PIXELS

        time.sleep(0.3)
        _until(still, "the screen does not come to rest")
        return pictures[-1]

    book = tmp_path / "shop.khata"
    khata = Path(sys.executable).with_name("khata")
    subprocess.run([khata, "demo", book, "--vouchers", "60", "--seed", "5"], check=True, timeout=120)
    with subprocess.Popen([sys.executable, "-m", "khata_desktop", book], env=environment) as program:
        try:
            _until(lambda: bool(xdotool("search", "--onlyvisible", "--name", "Dashboard")), "no window came")
            xdotool("windowfocus", "--sync", xdotool("search", "--onlyvisible", "--name", "Dashboard"))
            dashboard = picture_at_rest()
            colours = dashboard.getcolors(maxcolors=1 << 20)
            assert colours is not None
            assert len(colours) > 200
            assert max(count for count, _ in colours) < 0.8 * dashboard.width * dashboard.height

            xdotool("key", "ctrl+k")
            _until(lambda: _pixels_apart(dashboard, picture_at_rest()) > 10_000, "Ctrl+K shows nothing")
            xdotool("key", "Escape")
            _until(lambda: _pixels_apart(dashboard, picture_at_rest()) < 2_000, "Esc does not lead back")

            program.send_signal(signal.SIGTERM)
            assert program.wait(timeout=_PATIENCE_S) == 0
        finally:
            if program.poll() is None:
                program.kill()
    # A book that was closed is one file again: nothing waits in a log beside it.
    assert [file.name for file in tmp_path.glob("shop.khata*")] == ["shop.khata"]
