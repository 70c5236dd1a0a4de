"""Every command of the page "A term with this course", run in its order on a class of three."""

from __future__ import annotations

import csv
import os
import re
import shlex
import zipfile
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderApp

from gan_grading.cli import main
from gan_grading.course import find_course

REPOSITORY = Path(__file__).parents[2]
PAGE = REPOSITORY / "grading" / "docs" / "term.md"
BLOCK = re.compile(r"^( *)```(console|toml|csv) ?(.*)\n((?:.*\n)*?) *```$", re.MULTILINE)
NAME = "00_start_here"
# It does not end; tests/browser/test_formgrader.py runs it.
ELSEWHERE = {"gan-grade serve"}


def handed_in(folder: Path) -> None:
    """Ada's two uploads, as Moodle and Canvas give them; Émile's notebook, with one mistake, on the hub."""
    assignment = find_course(REPOSITORY).assignment(NAME)
    notebook = nbformat.read(assignment.released, as_version=4)
    first = nbformat.writes(notebook)
    answers = {each.id: each.answer for each in assignment.exercises}
    for cell in notebook.cells:
        cell.source = answers.get(cell["id"], cell.source)
    second = nbformat.writes(notebook)
    (folder / "Downloads").mkdir()
    with zipfile.ZipFile(folder / "Downloads" / "moodle.zip", "w") as archive:
        for name, text, day in (("start.ipynb", first, 10), ("start (1).ipynb", second, 11)):
            member = f"Ada Lovelace_1042_assignsubmission_file/{name}"
            archive.writestr(zipfile.ZipInfo(member, (2026, 10, day, 9, 0, 0)), text)
    with zipfile.ZipFile(folder / "Downloads" / "canvas.zip", "w") as archive:
        archive.writestr("lovelaceada_77_3051_start-1.ipynb", second)
    (folder / "hub" / NAME).mkdir(parents=True)
    for cell in notebook.cells:
        cell.source = "slope = 3" if cell["id"] == "slope" else cell.source
    nbformat.write(notebook, folder / "hub" / NAME / "start.ipynb")


def nbgrader(words: list[str]) -> int:
    """Run a command of nbgrader's in this process: each start of another would take seconds."""
    NbGraderApp.clear_instance()
    app = NbGraderApp.instance()
    try:
        app.initialize(words)
        app.subapp.start()
    except SystemExit as stopped:
        return int(stopped.code or 0)
    finally:
        if app.subapp is not None:
            app.subapp.clear_instance()
        NbGraderApp.clear_instance()
    return 0


def run(words: list[str]) -> int:
    """Run one command of the page."""
    if words[0] == "cd":
        os.chdir(words[1])
        return 0
    if words[0] == "gan-grade":
        return main([os.path.expanduser(word) for word in words[1:]])
    assert words[0] == "nbgrader", f"the page runs {words[0]}"
    return nbgrader(words[1:])


@pytest.mark.slow
def test_every_command_of_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    handed_in(tmp_path)
    (tmp_path / "config").mkdir()
    (tmp_path / "exchange").mkdir()
    (tmp_path / "exchange").chmod(0o777)
    # What the page says that a hub has set.
    (tmp_path / "config" / "nbgrader_config.py").write_text(
        f"c = get_config()\nc.Exchange.root = {str(tmp_path / 'exchange')!r}\n"
    )
    for key, value in (("HOME", tmp_path), ("JUPYTER_CONFIG_DIR", tmp_path / "config")):
        monkeypatch.setenv(key, str(value))
    for key in ("GAN_COURSE_DIR", "GAN_COURSE_ROOT"):
        monkeypatch.delenv(key, raising=False)
    monkeypatch.chdir(tmp_path)
    left_out = set()
    for _, kind, file, text in BLOCK.findall(PAGE.read_text(encoding="utf-8")):
        if kind != "console":
            Path(file).write_text(text, encoding="utf-8")
            continue
        for line in re.findall(r"^ *\$ (.+)$", text, re.MULTILINE):
            if line in ELSEWHERE:
                left_out.add(line)
                continue
            assert run(shlex.split(line)) == 0, f"{line}\n{capsys.readouterr().err}"
            if "release_assignment" in line:
                with monkeypatch.context() as student:
                    student.setattr("nbgrader.exchange.default.submit.get_username", lambda: "emile")
                    student.chdir(tmp_path / "hub")
                    assert nbgrader(["submit", NAME, "--course=gan_course"]) == 0
    assert left_out == ELSEWHERE
    check_what_came_of_it(tmp_path / "gan-2030", capsys.readouterr().out)


def check_what_came_of_it(folder: Path, told: str) -> None:
    """The page's promises, as far as files show them."""
    assert "emile may hand in 00_start_here until 2030-10-20 12:00 Europe/Paris" in told
    assert "00_start_here: repeatable_noise does not count any more" in told
    assert (folder.parent / "exchange" / "gan_course" / "outbound" / NAME / "start.ipynb").is_file()
    with (folder / "grades-moodle.csv").open(encoding="utf-8", newline="") as file:
        grades = {row["ID number"]: row[NAME] for row in csv.DictReader(file)}
    assert grades == {"ada": "14", "emile": "10", "grace": "-"}, "Grace has time until 2030"
    with zipfile.ZipFile(folder / "feedback.zip") as archive:
        assert archive.namelist() == ["Ada Lovelace_1042_assignsubmission_file/start.html"]
    assert len(list((folder.parent / "exchange" / "gan_course" / "feedback").glob("*.html"))) == 1
    with Gradebook(f"sqlite:///{folder / 'gradebook.db'}", "gan_course") as gradebook:
        emile = gradebook.find_submission(NAME, "emile")
        assert (emile.score, emile.max_score) == (8.0, 12.0)
        assert emile.extension is not None
    assert (folder.parent / "gan-2031" / "class.toml").is_file()
