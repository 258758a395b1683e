"""Open bills outlive the program; a paper is an original once."""

from pathlib import Path

from khata_desktop.storage.workbench import Workbench


def test_open_bills_come_back_in_the_order_of_their_tabs(tmp_path: Path) -> None:
    bench = Workbench(tmp_path / "deep" / "bench.sqlite")
    bench.keep_draft("b", 1, '{"lines": 2}')
    bench.keep_draft("a", 2, "{}")
    bench.keep_draft("b", 1, '{"lines": 3}')
    again = Workbench(tmp_path / "deep" / "bench.sqlite")
    assert again.drafts() == [("b", '{"lines": 3}'), ("a", "{}")]
    again.drop_draft("b")
    assert bench.drafts() == [("a", "{}")]


def test_what_is_half_typed_into_a_form_is_kept_under_its_key_until_it_is_dropped(tmp_path: Path) -> None:
    bench = Workbench(tmp_path / "bench.sqlite")
    bench.keep_form("receipt", "{}")
    bench.keep_form("receipt", '{"amount": "12"}')
    again = Workbench(tmp_path / "bench.sqlite")
    assert again.form("receipt") == '{"amount": "12"}'
    assert again.form("journal") is None
    assert again.drafts() == []
    again.drop_form("receipt")
    assert bench.form("receipt") is None


def test_a_paper_is_an_original_once(tmp_path: Path) -> None:
    bench = Workbench(tmp_path / "bench.sqlite")
    assert not bench.was_printed(bytes(16))
    bench.mark_printed(bytes(16))
    bench.mark_printed(bytes(16))
    assert bench.was_printed(bytes(16))
