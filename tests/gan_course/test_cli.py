"""The script as a student meets it: its words, its exit codes, and that it never overwrites work."""

import json
import os
import subprocess
import sys
from types import SimpleNamespace

import pytest
import torch

from gan_course import cli, doctor, shipped
from gan_course.commands import COMMANDS
from gan_course.work.checked import keep
from gan_course.work.notebook import Notebook
from gan_course.work.run import Run


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


def test_without_a_word_it_helps(course, capsys):
    code, out, err = run(capsys)
    assert (code, err) == (0, "")
    for command in COMMANDS:
        assert f"\n    {command} " in out


def test_list_names_the_assignments_with_their_titles(course, capsys):
    code, out, _ = run(capsys, "list")
    assert code == 0
    assert out.splitlines() == ["03_minimax  The minimax game", "04_failure  When it fails"]


@pytest.mark.parametrize("word", ["03_minimax", "03", "3", "03_minimax/", "minimax", "Minimax"])
def test_start_copies_the_whole_assignment(course, capsys, tmp_path, word):
    code, out, _ = run(capsys, "start", word, str(tmp_path / "mine"))
    assert code == 0
    assert (tmp_path / "mine" / "03_minimax" / "minimax.ipynb").is_file()
    assert (tmp_path / "mine" / "03_minimax" / "figure.png").is_file()
    assert "minimax.ipynb" in out


def test_a_terminal_that_lacks_a_sign_gets_a_question_mark():
    done = subprocess.run(
        [sys.executable, "-m", "gan_course.cli", "list"],
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert "00_start_here" in done.stdout


def test_start_without_a_name_goes_on_where_one_left_off(course, capsys, tmp_path, monkeypatch):
    """The first assignment, then the one saved last; the one after it where its last check was all well."""
    monkeypatch.chdir(tmp_path)
    assert "ready: 03_minimax" in run(capsys, "start")[1]
    run(capsys, "start", "04")
    mine = tmp_path / "03_minimax" / "minimax.ipynb"
    os.utime(mine, (2e9, 2e9))
    assert "left as it is: 03_minimax" in run(capsys, "start")[1]
    keep(Notebook.read(mine), Run((), ()))
    assert "left as it is: 04_failure" in run(capsys, "start")[1]


def test_status_tells_of_every_assignment(course, capsys, tmp_path):
    run(capsys, "start", "03", str(tmp_path))
    _, out, _ = run(capsys, "status", str(tmp_path))
    assert out.splitlines() == [
        "03_minimax  0 of 0 answers written; not checked yet",
        "04_failure  not begun",
    ]
    (tmp_path / "03_minimax" / "minimax.ipynb").write_text('{"cells": [')
    code, out, _ = run(capsys, "status", str(tmp_path))
    assert code == 0
    assert "is no whole notebook" in out.splitlines()[0]


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
        (("check", "99"), "no assignment is called '99'"),
        (("check",), "no notebook of the course is begun here"),
        (("check", "03"), "03_minimax is not begun here: run 'gan-course start 03_minimax'"),
        (("pack", "work/other.ipynb"), "is not there: give the path of a notebook"),
        (("start", "--fresh", "slope"), "nothing is begun in"),
        (("data", "fetch", "ring"), "'ring' made when asked for: there is nothing to fetch"),
        (("data", "remove", "rnig"), "did you mean 'ring'?"),
        (("strat",), "invalid choice"),
    ],
)
def test_bad_input_is_one_line_and_exit_code_2(course, capsys, tmp_path, monkeypatch, words, says):
    monkeypatch.chdir(tmp_path)
    code, _, err = run(capsys, *words)
    assert code == 2
    assert says in err
    assert len(err.splitlines()) == 1


def test_a_notebook_without_checks_is_not_all_well(course, capsys, tmp_path):
    other = tmp_path / "other.ipynb"
    other.write_text('{"cells": []}')
    code, _, err = run(capsys, "check", str(other))
    assert code == 2
    assert "holds no check of the course" in err


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
    for subject in ("python", "packages", "device", "notebooks", "your work", "disk", "cores"):
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


def test_doctor_tells_of_cuda_that_nothing_uses(monkeypatch):
    """It costs room and nothing else, so it is no reason to exit with 1."""
    monkeypatch.setattr(torch.version, "cuda", "13.0")
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    cuda = SimpleNamespace(metadata={"Name": "nvidia-cublas"}, files=[SimpleNamespace(size=2_500_000_000)])
    monkeypatch.setattr(doctor.importlib.metadata, "distributions", lambda: [cuda])
    finding = doctor._torch()
    assert finding.good
    assert str(finding).startswith("! torch")
    assert "2.5 GB of CUDA libraries" in finding.text
    assert "CPU build" in finding.mend


def test_doctor_finds_a_kernel_of_another_environment(monkeypatch, tmp_path):
    spec = tmp_path / "kernels" / "python3"
    spec.mkdir(parents=True)
    (spec / "kernel.json").write_text(json.dumps({"argv": [str(tmp_path / "python"), "-m", "ipykernel"]}))
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    finding = doctor._kernel()
    assert not finding.good
    assert str(tmp_path / "python") in finding.text
    assert sys.executable in finding.mend


def test_doctor_tells_of_a_release_that_is_not_the_librarys(course, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run(capsys, "start", "03")
    released = course / "03_minimax" / "minimax.ipynb"
    released.write_text(released.read_text() + "\n")
    finding = doctor._your_work()
    assert finding.good
    assert "03_minimax" in finding.text
    assert "gan-course start 03_minimax" in finding.mend


def test_doctor_warns_of_a_full_disk(monkeypatch):
    monkeypatch.setattr(doctor.shutil, "disk_usage", lambda place: SimpleNamespace(free=10_000_000))
    assert not doctor._disk().good


def test_the_gallery_is_never_written_over(capsys, tmp_path):
    code, out, _ = run(capsys, "gallery", str(tmp_path / "mine"))
    notebook = tmp_path / "mine" / "gallery.ipynb"
    assert code == 0
    assert str(notebook) in out
    notebook.write_text("my notes")
    code, out, _ = run(capsys, "gallery", str(tmp_path / "mine"))
    assert code == 0
    assert "left as it is" in out
    assert notebook.read_text() == "my notes"


def test_a_gallery_that_cannot_be_written_is_one_line(capsys, tmp_path):
    (tmp_path / "file").write_text("")
    code, _, err = run(capsys, "gallery", str(tmp_path / "file" / "folder"))
    assert code == 2
    assert err.count("\n") == 1
