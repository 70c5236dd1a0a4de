"""The script as a student meets it: its words, its exit codes, and that it never overwrites work."""

import json

import pytest

from gan_course import cli, shipped


@pytest.fixture
def course(tmp_path, monkeypatch):
    """A released course of two assignments, one with a file beside its notebook."""
    home = tmp_path / "released"
    for name, title in (("03_minimax", "The minimax game"), ("04_failure", "When it fails")):
        folder = home / name
        folder.mkdir(parents=True)
        cells = [{"cell_type": "markdown", "source": [f"# {title}\n", "text"]}]
        (folder / f"{name[3:]}.ipynb").write_text(json.dumps({"cells": cells}))
    (home / "03_minimax" / "figure.png").write_bytes(b"png")
    monkeypatch.setattr(shipped, "notebooks_folder", lambda: home)
    return home


def run(capsys, *words):
    try:
        code = cli.main(words)
    except SystemExit as stop:  # argparse leaves this way
        code = stop.code
    return code, *capsys.readouterr()


def test_list_names_the_assignments_with_their_titles(course, capsys):
    code, out, _ = run(capsys, "list")
    assert code == 0
    assert out.splitlines() == ["03_minimax  The minimax game", "04_failure  When it fails"]


@pytest.mark.parametrize("word", ["03_minimax", "03", "minimax"])
def test_start_copies_the_whole_assignment(course, capsys, tmp_path, word):
    code, out, _ = run(capsys, "start", word, str(tmp_path / "mine"))
    assert code == 0
    assert (tmp_path / "mine" / "03_minimax" / "minimax.ipynb").is_file()
    assert (tmp_path / "mine" / "03_minimax" / "figure.png").is_file()
    assert "minimax.ipynb" in out


def test_start_never_overwrites_what_a_student_typed(course, capsys, tmp_path):
    run(capsys, "start", "03", str(tmp_path))
    mine = tmp_path / "03_minimax" / "minimax.ipynb"
    mine.write_text("my work")
    code, out, _ = run(capsys, "start", "03", str(tmp_path))
    assert code == 0
    assert "left as it is" in out
    assert mine.read_text() == "my work"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("start", "99"), "no assignment is called '99'"),
        (("start",), "the following arguments are required: assignment"),
        (("strat",), "invalid choice"),
        ((), "required: COMMAND"),
    ],
)
def test_bad_input_is_one_line_and_exit_code_2(course, capsys, words, says):
    code, _, err = run(capsys, *words)
    assert code == 2
    assert says in err
    assert len(err.splitlines()) == 1


def test_unknown_assignment_lists_those_there_are(course, capsys):
    _, _, err = run(capsys, "start", "03_minmax")
    assert "did you mean '03_minimax'?" in err
    assert "04_failure" in err


def test_a_folder_in_the_way_is_left_alone(course, capsys, tmp_path):
    other = tmp_path / "03_minimax"
    other.mkdir()
    (other / "notes.txt").write_text("mine")
    code, _, err = run(capsys, "start", "03", str(tmp_path))
    assert code == 2
    assert "give another folder" in err
    assert [p.name for p in other.iterdir()] == ["notes.txt"]


def test_a_place_that_cannot_be_written_leaves_nothing_behind(course, capsys, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    code, _, err = run(capsys, "start", "03", str(blocked / "deeper"))
    assert code == 2
    assert "cannot be written" in err
    assert len(err.splitlines()) == 1


def test_doctor_is_content_here(course, capsys):
    code, out, _ = run(capsys, "doctor")
    assert code == 0, out
    for subject in ("python", "packages", "torch", "device", "notebooks", "cores"):
        assert f"✓ {subject}" in out


def test_doctor_says_what_is_missing_and_exits_1(monkeypatch, capsys):
    monkeypatch.setattr(shipped, "notebooks_folder", lambda: None)
    code, out, _ = run(capsys, "doctor")
    assert code == 1
    assert "✗ notebooks" in out


def test_no_assignments_is_bad_input_for_list(monkeypatch, capsys):
    monkeypatch.setattr(shipped, "notebooks_folder", lambda: None)
    code, _, err = run(capsys, "list")
    assert code == 2
    assert "gan-course doctor" in err


def test_a_released_notebook_without_heading_is_listed_by_name(course, capsys):
    (course / "04_failure" / "failure.ipynb").write_text("not json")
    _, out, _ = run(capsys, "list")
    assert "04_failure  04_failure" in out
