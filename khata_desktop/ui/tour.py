"""Draw every window, page, dialog and state into pictures: `python -m khata_desktop.ui.tour FOLDER`.

Each picture is FOLDER/<language>-<theme>/<scene>.png at 1366x768, the smallest screen the program is made
for; FOLDER/index.html shows them side by side. A page of `page_list` is drawn by itself; what else is to
be seen (a form filled in, a tab, a state) is one more line in `tour_scenes.SCENES`.

    --only NAME,...    only scenes whose names begin so
    --in en,ur,hi      only these languages
    --theme light,dark only these themes (light, dark, contrast)
    --scale 150        letters of another size, in percent
    --size 1920x1080   another size
"""

import os
import sys
import tempfile
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from time import monotonic
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtWidgets import QApplication

from khata_desktop.config import LANGUAGES, AppConfig, Language
from khata_desktop.ui.book_session import BookSession
from khata_desktop.ui.page_list import PAGES
from khata_desktop.ui.shell_window import ShellWindow
from khata_desktop.ui.theme import apply_theme
from khata_desktop.ui.tour_scenes import all_scenes
from khata_desktop.ui.tour_stage import PATIENCE, Samples, Scene, Stage, read_samples
from khata_desktop.ui.translation import use_language

_VOUCHERS = 700


def _open(app: QApplication, window: ShellWindow, path: Path, *, empty: bool) -> Stage:
    def open_books() -> Any:
        if empty:
            from khata_desktop.services.books import Books

            return Books.create(path, name="New Shop", currency_code="PKR")
        from khata_desktop.services.demo import create_demo

        return create_demo(path, vouchers=_VOUCHERS, seed=7)

    config = AppConfig(language="en", theme="light")
    session = BookSession(path, open_books, pages=PAGES, config=config, first_page="settings")
    stage = Stage(app, window, session)
    ready: list[bool] = []
    session.opened.connect(lambda: ready.append(True))
    session.open_failed.connect(_raise)
    session.crashed.connect(_raise)
    window.show_screen(session.frame)
    session.start()
    until = monotonic() + PATIENCE
    while not ready and monotonic() < until:
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    found: list[Samples] = []
    session.runner.query(read_samples, found.append, _raise)
    while not found and monotonic() < until:
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    stage.samples = found[0]
    made: list[object] = []
    stage.context.backups.finished.connect(made.append)
    stage.context.backups.back_up()
    while not made and monotonic() < until:
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    return stage


def _raise(error: BaseException) -> None:
    raise error


def draw(
    folder: Path,
    *,
    only: Sequence[str] = (),
    languages: Sequence[str] = LANGUAGES,
    themes: Sequence[str] = ("light", "dark"),
    size: tuple[int, int] = (1366, 768),
    scale: int = 100,
) -> list[Path]:
    """Draw the scenes into a folder and return the pictures."""
    scenes = [scene for scene in all_scenes() if not only or scene.name.startswith(tuple(only))]
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    apply_theme(app, "light")
    pictures: list[Path] = []
    with tempfile.TemporaryDirectory(prefix="khata-tour-") as scratch:
        os.environ["KHATA_HOME"] = scratch
        for empty in (False, True):
            wanted = [scene for scene in scenes if scene.empty_book == empty]
            if not wanted:
                continue
            window = ShellWindow()
            window.resize(*size)
            window.show()
            name = "New Shop" if empty else "Rahmat General Store"
            stage = _open(app, window, Path(scratch) / f"{name}.khata", empty=empty)
            for language in languages:
                for theme in themes:
                    _dress(stage, language, theme, scale)
                    pictures += _draw_all(stage, wanted, folder / f"{language}-{theme}")
            stage.session.stop()
            window.let_go()
    _write_index(folder, pictures)
    return pictures


def _dress(stage: Stage, language: str, theme: str, scale: int) -> None:
    own: Language = next(known for known in LANGUAGES if known == language)
    apply_theme(stage.app, theme, scale=scale / 100, language=own, motion=False)
    use_language(stage.app, own)
    stage.context.change_config(language=own, theme=theme, font_scale_percent=scale)
    stage.session.take_config(stage.context.config)
    stage.session.retranslate()
    stage.frame.notify(frozenset({"*"}))
    stage.settle()


def _draw_all(stage: Stage, scenes: Sequence[Scene], folder: Path) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    pictures = []
    for scene in scenes:
        stage.clear()
        path = folder / f"{scene.name}.png"
        with stage.held_worker() if scene.waiting else nullcontext():
            scene.show(stage)
            stage.picture().save(str(path))
        pictures.append(path)
        if scene.leave is not None:
            scene.leave(stage)
        print(path)
    stage.clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return pictures


def _write_index(folder: Path, pictures: Sequence[Path]) -> None:
    names = sorted({path.stem for path in pictures})
    places = sorted({path.parent.name for path in pictures})
    rows = []
    for name in names:
        cells = "".join(
            f'<td><a href="{place}/{name}.png"><img src="{place}/{name}.png" loading="lazy"></a></td>'
            for place in places
            if (folder / place / f"{name}.png").exists()
        )
        rows.append(f"<tr><th>{name}</th>{cells}</tr>")
    head = "".join(f"<th>{place}</th>" for place in places)
    style = "body{font:14px sans-serif}img{width:420px;border:1px solid #ccc}th{text-align:left}"
    text = (
        f"<!doctype html><meta charset=utf-8><title>Khata, every window</title><style>{style}</style>"
        f"<table><tr><th></th>{head}</tr>{''.join(rows)}</table>\n"
    )
    (folder / "index.html").write_text(text, encoding="utf-8")


def _option(arguments: list[str], name: str) -> str:
    if name not in arguments:
        return ""
    at = arguments.index(name)
    value = arguments[at + 1] if at + 1 < len(arguments) else ""
    del arguments[at : at + 2]
    return value


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw the tour into the folder given; return 0, or 2 for wrong usage."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    only, languages, themes, size, scale = (
        _option(given, f"--{name}") for name in ("only", "in", "theme", "size", "scale")
    )
    if len(given) != 1 or given[0].startswith("-"):
        print(__doc__, file=sys.stderr)
        return 2
    width, _, height = (size or "1366x768").partition("x")
    pictures = draw(
        Path(given[0]),
        only=only.split(",") if only else (),
        languages=languages.split(",") if languages else LANGUAGES,
        themes=themes.split(",") if themes else ("light", "dark"),
        size=(int(width), int(height)),
        scale=int(scale or 100),
    )
    print(f"{len(pictures)} pictures in {given[0]}")
    return 0


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main())
