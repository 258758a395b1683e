"""The benchmark runs, and the program and the hand-written code it is held against do the same."""

import json
from pathlib import Path

import pytest

from bench.__main__ import main
from bench.figures import Figure, table


def test_a_small_benchmark_measures_every_figure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    parts = ("--only", "read", "--only", "write", "--only", "check")
    assert main(["--vouchers", "400", "--rounds", "2", "--out", str(tmp_path), *parts]) in (0, 1)
    shown = capsys.readouterr().out
    figures = json.loads((tmp_path / "result-400.json").read_text())
    assert len(figures) >= 14
    assert all(figure["ours"] > 0 and figure["name"] in shown for figure in figures)
    held_against = [figure["name"] for figure in figures if figure["raw"]]
    assert len(held_against) == 9
    assert (tmp_path / "result-400.md").read_text() in shown + "\n"


@pytest.mark.parametrize(
    ("figure", "ratio", "holds"),
    [
        (Figure(name="time", unit="ms", ours=3, raw=2, at_most=2), 1.5, True),
        (Figure(name="time", unit="ms", ours=5, raw=2, at_most=2), 2.5, False),
        (Figure(name="speed", unit="1/s", ours=10, raw=40, at_most=3, more_is_better=True), 4, False),
        (Figure(name="size", unit="MB", ours=250, at_most=250), None, True),
        (Figure(name="size", unit="MB", ours=251), None, None),
    ],
)
def test_a_figure_knows_whether_it_holds(figure: Figure, ratio: float | None, holds: bool | None) -> None:
    assert figure.ratio == ratio
    assert figure.holds is holds
    assert figure.name in table([figure])
