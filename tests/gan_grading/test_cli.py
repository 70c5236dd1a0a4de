"""``gan-grade``: exit codes, one line for bad input, no traceback unless asked."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from pathlib import Path

import pytest

from gan_grading import cli
from gan_grading.commands import COMMANDS
from gan_grading.errors import GradingError
from gan_grading.term.classfile import Term

TOY = Path(__file__).resolve().parents[1] / "toy_course"


@pytest.fixture
def toy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the toy course's folder."""
    folder = tmp_path / "toy"
    shutil.copytree(TOY, folder, ignore=shutil.ignore_patterns("*.ipynb", "__pycache__"))
    (folder / "course").mkdir()
    monkeypatch.setenv("PYTHONPATH", str(folder))
    return folder


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["release", "09_nothing"], "assignment '09_nothing'"),
        (["release", "--no-execute"], "run: gan-grade release 01_sums"),
        (["release", "--execute", "--no-execute"], "not allowed with"),
        (["relaese"], "invalid choice"),
        ([], "required"),
    ],
)
def test_bad_input_is_one_line_and_exit_code_2(
    toy: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    course = ["--course", str(toy)] if words[:1] == ["release"] else []
    assert cli.main([*words, *course]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert said in err
    assert err.startswith("gan-grade")


def test_a_folder_that_is_no_course_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["release", "--course", str(tmp_path / "absent")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_debug_shows_the_traceback_wherever_it_stands(toy: Path) -> None:
    for words in (["--debug", "release", "09_nothing"], ["release", "09_nothing", "--debug"]):
        with pytest.raises(GradingError):
            cli.main([*words, "--course", str(toy)])


def test_release_then_check_then_a_change(toy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["release", "--course", str(toy)]) == 0
    assert cli.main(["release", "--check", "--course", str(toy)]) == 0
    released = toy / "course" / "01_sums" / "sums.ipynb"
    released.write_bytes(released.read_bytes() + b" ")
    capsys.readouterr()
    assert cli.main(["release", "--check", "--course", str(toy)]) == 1
    out, err = capsys.readouterr()
    assert out == "01_sums: differs\n"
    assert err.startswith("course/01_sums/sums.ipynb: [released] ")
    assert err.endswith("run: gan-grade release 01_sums\n")


def test_a_broken_rule_writes_nothing_and_exits_with_1(toy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = toy / "solutions" / "01_sums" / "sums.py"
    source.write_text(source.read_text().replace('"points": 4', '"points": 0'))
    assert cli.main(["release", "--course", str(toy)]) == 1
    assert "[positive_points]" in capsys.readouterr().err
    assert not list(toy.rglob("*.ipynb"))


def test_every_subcommand_is_listed_and_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--help"]) == 0
    listed = capsys.readouterr().out
    for name in COMMANDS:
        assert f"    {name}" in listed
        assert cli.main([name, "--help"]) == 0
        assert f"Example: gan-grade {name}" in " ".join(capsys.readouterr().out.split())


def test_every_parser_names_a_function_to_run() -> None:
    """Without it a subcommand would end in a traceback."""
    actions = cli.build_parser()._actions
    (subparsers,) = [a for a in actions if isinstance(a, argparse._SubParsersAction)]
    for name in COMMANDS:
        assert callable(subparsers.choices[name].get_default("run")), name


def test_a_reader_that_stops_early_gets_no_traceback(term: Term, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in ``gan-grade report 03_minimax | head``."""
    read, write = os.pipe()
    os.close(read)
    (term.folder / "submitted").mkdir()
    given = ["collect", "folder", "01_sums", str(term.folder / "submitted"), "--class", str(term.folder)]
    with open(write, "w") as closed:
        monkeypatch.setattr(sys, "stdout", closed)
        assert cli.main([*given, "--course", str(TOY)]) == cli.PIPE_CLOSED
