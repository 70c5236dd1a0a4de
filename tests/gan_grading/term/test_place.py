"""Every command finds the class in the same way, and nbgrader's settings of this user with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from gan_grading import cli
from gan_grading.nbgrader.application import nbgrader_app
from gan_grading.nbgrader.directory import class_directory, class_term
from gan_grading.term.classfile import ClassError, Term

TOY = Path(__file__).resolve().parents[2] / "toy_course"
WORDS = {
    "collect": ["folder", "01_sums", "here"],
    "extend": ["ada", "01_sums", "2030-01-01"],
    "autograde": ["01_sums"],
    "feedback": ["01_sums"],
    "export": [],
    "report": ["01_sums"],
    "regrade": ["01_sums"],
    "migrate": ["01_sums"],
    "serve": [],
}


@pytest.fixture(autouse=True)
def nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user with no settings, who stands in no class; the folder of their settings."""
    settings = tmp_path / "settings"
    settings.mkdir()
    monkeypatch.setenv("GAN_COURSE_DIR", str(TOY))
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(settings))
    monkeypatch.delenv("GAN_COURSE_ROOT", raising=False)
    monkeypatch.chdir(tmp_path)
    return settings


@pytest.mark.parametrize("command", WORDS)
@pytest.mark.parametrize("given", [(), ("--class", "absent")], ids=["none", "absent"])
def test_no_class_is_the_same_line_for_every_command(
    command: str, given: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main([command, *WORDS[command], *given]) == 2
    said = capsys.readouterr()
    assert "a class is a folder that holds class.toml; run in one, name it with --class DIR" in said.err
    assert (said.out, said.err.count("\n")) == ("", 1)


def test_a_class_is_found_from_a_folder_within_it(term: Term, monkeypatch: pytest.MonkeyPatch) -> None:
    within = term.folder / "submitted" / "ada"
    within.mkdir(parents=True)
    monkeypatch.chdir(within)
    assert class_term().assignments == term.assignments
    assert class_directory().root == str(term.folder)


def test_a_named_class_comes_before_the_one_that_one_stands_in(
    term: Term, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "class.toml").touch()
    (other / "nbgrader_config.py").write_text("raise SystemExit('not the settings of this class')")
    monkeypatch.chdir(other)
    monkeypatch.setenv("GAN_COURSE_ROOT", str(tmp_path / "third"))
    assert class_directory(folder=term.folder).root == str(term.folder)
    assert class_term(term.folder).folder == term.folder


def test_settings_of_the_user_count_below_those_of_the_class(
    nobody: Path, term: Term, monkeypatch: pytest.MonkeyPatch
) -> None:
    (nobody / "nbgrader_config.py").write_text(
        "c = get_config()\n"
        f"c.CourseDirectory.db_url = 'sqlite:///{nobody}/of-the-user.db'\n"
        "c.CourseDirectory.course_id = 'of_the_user'\n"
        "c.Exchange.root = '/of-the-user'\n"
    )
    (term.folder / "nbgrader_config.py").write_text(
        "from pathlib import Path\nfrom gan_grading.nbgrader.settings import configure\n"
        "c = get_config()\nconfigure(c, Path(__file__).parent)\n"
    )
    monkeypatch.chdir(term.folder)
    app = nbgrader_app()
    assert "EngineExecute" in app.config
    assert app.config.Exchange.root == "/of-the-user"
    assert app.coursedir.course_id == "gan_course"
    assert class_term().db_url == class_directory().db_url == f"sqlite:///{nobody}/of-the-user.db"


def test_a_hub_may_name_the_class_in_the_settings_of_the_user(nobody: Path, term: Term) -> None:
    (nobody / "nbgrader_config.py").write_text(
        f"c = get_config()\nc.CourseDirectory.root = {str(term.folder)!r}\n"
    )
    assert class_term().folder == term.folder
    assert "EngineExecute" in nbgrader_app().config


def test_a_folder_without_a_class_file_is_no_class_of_gan_grade_init(tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    assert class_directory(folder=tmp_path / "bare").root == str(tmp_path / "bare")
    with pytest.raises(ClassError, match="bare: a class is a folder that holds"):
        class_term(tmp_path / "bare")
