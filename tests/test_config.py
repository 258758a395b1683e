"""Settings survive damage and power cuts; shipped files are found wherever the program was installed."""

import dataclasses
import json
import logging
import os
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khata_desktop import config
from khata_desktop.config import AppConfig, RecentBook, load_config, save_config, update_config


def test_first_run_has_defaults_and_no_language() -> None:
    assert load_config() == AppConfig()
    assert load_config().language is None
    assert load_config().language_or_english == "en"


def test_saved_settings_come_back(khata_home: Path) -> None:
    chosen = AppConfig(
        language="ur",
        theme="dark",
        grouping="million",
        digits="local",
        font_scale_percent=125,
        recent_books=(RecentBook(path="/shop/دکان.khata", name="دکان"),),
        window_geometry="AdnQywAD",
        printers={"80mm": "Counter"},
        page_settings={"parties": {"widths": [120, 80], "filter": "to_collect"}},
    )
    save_config(chosen)
    assert load_config() == chosen
    assert (khata_home / "config" / "settings.json").is_file()


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff\xfe\x00", b"[1, 2]", b"null", b"[" * 100_000], ids=range(6)
)
def test_damaged_file_is_set_aside_and_never_fatal(content: bytes, caplog: pytest.LogCaptureFixture) -> None:
    file = config.config_file()
    file.write_bytes(content)
    with caplog.at_level(logging.WARNING):
        assert load_config() == AppConfig()
    assert not file.exists()
    assert file.with_name("settings.json.damaged").read_bytes() == content


def test_one_wrong_value_costs_only_itself() -> None:
    config.config_file().write_text(
        json.dumps(
            {
                "language": "klingon",
                "theme": "dark",
                "font_scale_percent": 9000,
                "compact_rows": "yes",
                "recent_books": [{"path": 3}, {"path": "/a.khata", "name": "A"}, "x"],
                "printers": {"a4": 5},
                "of_a_newer_version": True,
            }
        )
    )
    expected = AppConfig(theme="dark", recent_books=(RecentBook(path="/a.khata", name="A"),))
    assert load_config() == expected


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=5))
def test_no_value_of_any_setting_can_stop_the_program(value: object) -> None:
    for field in dataclasses.fields(AppConfig):
        loaded = config._config_from({field.name: value})
        assert isinstance(loaded, AppConfig)


def test_failed_write_leaves_the_old_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    save_config(AppConfig(theme="dark"))

    def full_disk(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(OSError, match="No space left"):
        save_config(AppConfig(theme="light"))
    file = config.config_file()
    assert load_config() == AppConfig(theme="dark")
    assert [entry.name for entry in file.parent.iterdir()] == [file.name]


def test_recent_books_keep_the_latest_first_and_each_once(tmp_path: Path) -> None:
    settings = AppConfig()
    for number in range(20):
        settings = settings.with_recent_book(tmp_path / f"{number}.khata", str(number))
    settings = settings.with_recent_book(tmp_path / "15.khata", "fifteen")
    names = [book.name for book in settings.recent_books]
    assert names[:3] == ["fifteen", "19", "18"]
    assert len(names) == len(set(names)) == 12
    assert "19" not in [b.name for b in settings.without_recent_book(tmp_path / "19.khata").recent_books]


def test_update_keeps_what_another_window_chose() -> None:
    save_config(AppConfig(theme="dark"))
    update_config(lambda settings: dataclasses.replace(settings, language="hi"))
    assert load_config() == AppConfig(theme="dark", language="hi")


@pytest.mark.parametrize("layout", ["bundle", "wheel", "checkout"])
def test_resources_are_found_in_every_way_of_installing(
    layout: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "site" / "khata_desktop"
    package.mkdir(parents=True)
    place = {
        "bundle": tmp_path / "_internal" / "resources",
        "wheel": package / "_resources",
        "checkout": tmp_path / "site" / "resources",
    }[layout]
    (place / "fonts").mkdir(parents=True)
    monkeypatch.setattr(config, "__file__", str(package / "config.py"))
    if layout == "bundle":
        monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "_internal"), raising=False)
    config._shipped_root.cache_clear()
    try:
        assert config.resource_path("fonts") == place / "fonts"
    finally:
        monkeypatch.undo()
        config._shipped_root.cache_clear()


def test_folders_of_the_user_are_made_when_asked_for(khata_home: Path) -> None:
    for folder in (
        config.user_data_dir(),
        config.user_config_dir(),
        config.user_log_dir(),
        config.user_cache_dir(),
    ):
        assert folder.is_dir()
        assert stat.S_ISDIR(folder.stat().st_mode)
        assert folder.parent == khata_home
    assert config.default_books_dir() == khata_home / "books"
