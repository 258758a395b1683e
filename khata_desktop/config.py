"""Where things lie on this machine, and what the user chose about the window.

Nothing here belongs to a business: a book carries its own settings. `AppConfig` is what this user on
this computer prefers (language, theme, recent books), kept as one small JSON file.
"""

import dataclasses
import json
import logging
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, cast, get_args

_log = logging.getLogger(__name__)

_APP_NAME = "khata-desktop"
_HOME_VARIABLE = "KHATA_HOME"
_MAX_RECENT_BOOKS = 12

Language = Literal["en", "ur", "hi"]
Theme = Literal["system", "light", "dark", "contrast"]
Grouping = Literal["lakh", "million"]
Digits = Literal["latin", "local"]

LANGUAGES: tuple[Language, ...] = get_args(Language)


# --- files that ship with the program ------------------------------------------------------------------


@lru_cache(maxsize=4)
def _shipped_root(name: str) -> Path:
    """Return the folder `name` as shipped: PyInstaller build, then wheel, then source checkout."""
    package = Path(__file__).resolve().parent
    candidates = [package / f"_{name}", package.parent / name]
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle:
        candidates.insert(0, Path(bundle) / name)
    for candidate in candidates:
        if candidate.is_dir():
            return candidate
    # In a checkout where the folder is still to be made, name the place where it belongs.
    return candidates[-1]


def resource_path(*parts: str) -> Path:
    """Return the path of a shipped resource, e.g. `resource_path("fonts", "NotoSans_400Regular.ttf")`."""
    return _shipped_root("resources").joinpath(*parts)


def migrations_path(*parts: str) -> Path:
    """Return the path of a shipped migration folder, e.g. `migrations_path("book")`."""
    return _shipped_root("migrations").joinpath(*parts)


# --- folders of this user ------------------------------------------------------------------------------


def _user_dir(kind: Literal["data", "config", "log", "cache"]) -> Path:
    home = os.environ.get(_HOME_VARIABLE)
    if home:
        path = Path(home) / kind
    else:
        import platformdirs  # only here: most runs under test and in scripts never need it

        dirs = platformdirs.PlatformDirs(_APP_NAME, appauthor=False)
        path = {
            "data": dirs.user_data_path,
            "config": dirs.user_config_path,
            "log": dirs.user_log_path,
            "cache": dirs.user_cache_path,
        }[kind]
    path.mkdir(parents=True, exist_ok=True)
    return path


def user_data_dir() -> Path:
    """Return (and make) the folder for drafts and automatic backups. Raises OSError if it cannot be made."""
    return _user_dir("data")


def user_config_dir() -> Path:
    """Return (and make) the folder of the settings file. Raises OSError if it cannot be made."""
    return _user_dir("config")


def user_log_dir() -> Path:
    """Return (and make) the folder of the log files. Raises OSError if it cannot be made."""
    return _user_dir("log")


def user_cache_dir() -> Path:
    """Return (and make) a folder whose content may be thrown away at any time."""
    return _user_dir("cache")


def default_books_dir() -> Path:
    """Return the folder offered for new books (`Documents/Khata`); it is not made here."""
    home = os.environ.get(_HOME_VARIABLE)
    if home:
        return Path(home) / "books"
    import platformdirs

    return platformdirs.user_documents_path() / "Khata"


def write_atomically(path: Path, content: bytes) -> None:
    """Replace `path` with `content` so that a power cut leaves the old file or the new one, never a part.

    Raises OSError (disk full, read-only folder); the old file is then untouched.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    # Not one of tempfile's: those only the user can read, and what is handed out follows the umask.
    temporary = path.with_name(f".{path.name}.{os.urandom(4).hex()}.tmp")
    try:
        with temporary.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    if os.name == "posix":
        # The rename itself is only durable once the folder is.
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


# --- what the user chose -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class RecentBook:
    """A book opened on this computer: where it lies and the name to show before it is opened."""

    path: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AppConfig:
    """The user's choices on this computer. Change with `dataclasses.replace`, keep with `save_config`.

    `language` is None until the first run has asked. `window_geometry` and `window_state` are base64
    text of what Qt saves. `backup_folder` takes the automatic backups, "" the user's data folder.
    With `is_hub` this computer is the shop's own server while the program runs.
    `printers` maps a paper kind ("a4", "a5", "80mm") to a printer's name, and
    `page_settings` a page's name to its remembered filters and column widths.
    """

    language: Language | None = None
    theme: Theme = "system"
    grouping: Grouping = "lakh"
    digits: Digits = "latin"
    font_scale_percent: int = 100
    compact_rows: bool = False
    accounting_words: bool = False
    blur_amounts: bool = False
    rail_folded: bool = False
    key_profile: str = "counter"
    paper: str = "a4"
    recent_books: tuple[RecentBook, ...] = ()
    window_geometry: str = ""
    window_state: str = ""
    last_folder: str = ""
    backup_folder: str = ""
    is_hub: bool = False
    printers: Mapping[str, str] = dataclasses.field(default_factory=dict)
    page_settings: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    shortcuts: Mapping[str, str] = dataclasses.field(default_factory=dict)

    @property
    def language_or_english(self) -> Language:
        """Return the chosen language, English while none is chosen."""
        return self.language or "en"

    def with_recent_book(self, path: Path, name: str) -> "AppConfig":
        """Return a config with this book first among the recent ones."""
        place = str(path.resolve())
        others = tuple(book for book in self.recent_books if book.path != place)
        recent = (RecentBook(path=place, name=name), *others)[:_MAX_RECENT_BOOKS]
        return dataclasses.replace(self, recent_books=recent)

    def without_recent_book(self, path: Path) -> "AppConfig":
        """Return a config that no longer lists this book."""
        gone = {str(path), str(path.resolve())}
        kept = tuple(book for book in self.recent_books if book.path not in gone)
        return dataclasses.replace(self, recent_books=kept)


_CHOICES: dict[str, tuple[Any, ...]] = {
    "language": (None, *LANGUAGES),
    "theme": get_args(Theme),
    "grouping": get_args(Grouping),
    "digits": get_args(Digits),
}


def config_file() -> Path:
    """Return the path of the settings file (it may not exist yet)."""
    return user_config_dir() / "settings.json"


def load_config(path: Path | None = None) -> AppConfig:
    """Read the settings; a missing file gives the defaults, a damaged one is set aside beside itself.

    Never raises for what is in the file: settings must not keep a shop from opening. A single value of
    the wrong type falls back to its default; unknown names (of a newer version) are ignored.
    """
    file = path or config_file()
    try:
        raw: Any = json.loads(file.read_bytes())
    except FileNotFoundError:
        return AppConfig()
    except (ValueError, RecursionError) as error:
        _log.warning("settings file is damaged and was set aside: %s", error)
        _set_aside(file)
        return AppConfig()
    except OSError as error:
        _log.warning("settings file cannot be read: %s", error)
        return AppConfig()
    if not isinstance(raw, dict):
        _log.warning("settings file holds no settings and was set aside")
        _set_aside(file)
        return AppConfig()
    return _config_from(raw)


def save_config(config: AppConfig, path: Path | None = None) -> None:
    """Write the settings atomically. Raises OSError where the folder cannot be written."""
    text = json.dumps(dataclasses.asdict(config), ensure_ascii=False, indent=2, sort_keys=True)
    write_atomically(path or config_file(), text.encode("utf-8") + b"\n")


def update_config(change: Callable[[AppConfig], AppConfig], path: Path | None = None) -> AppConfig:
    """Read, change and write the settings in one go, so that a second window's choices are kept."""
    config = change(load_config(path))
    save_config(config, path)
    return config


def _set_aside(file: Path) -> None:
    try:
        os.replace(file, file.with_name(file.name + ".damaged"))
    except OSError as error:
        _log.warning("damaged settings file could not be set aside: %s", error)


def _config_from(raw: dict[str, Any]) -> AppConfig:
    defaults = AppConfig()
    values: dict[str, Any] = {}
    for field in dataclasses.fields(AppConfig):
        if field.name not in raw:
            continue
        value = raw[field.name]
        if field.name == "recent_books":
            values[field.name] = _recent_from(value)
        elif field.name in _CHOICES:
            if value in _CHOICES[field.name]:
                values[field.name] = value
        elif field.name in ("printers", "shortcuts"):
            if isinstance(value, dict) and all(isinstance(item, str) for item in value.values()):
                values[field.name] = value
        elif type(value) is type(getattr(defaults, field.name)):
            values[field.name] = value
    if not 50 <= values.get("font_scale_percent", 100) <= 300:
        del values["font_scale_percent"]
    return AppConfig(**values)


def _recent_from(value: object) -> tuple[RecentBook, ...]:
    if not isinstance(value, list):
        return ()
    found = []
    for entry in cast("list[object]", value):
        if isinstance(entry, dict):
            path, name = entry.get("path"), entry.get("name")
            if isinstance(path, str) and isinstance(name, str):
                found.append(RecentBook(path=path, name=name))
    return tuple(found[:_MAX_RECENT_BOOKS])
