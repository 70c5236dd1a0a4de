"""What grades is named everywhere, and packages that do not belong together grade nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from gan_grading import cli, versions
from gan_grading.term.classfile import Term

REPOSITORY = Path(__file__).parents[2]
CONFIG = (
    "from pathlib import Path\nfrom gan_grading.nbgrader.settings import configure\n"
    "configure(get_config(), Path(__file__).parent)\n"
)


def mismatched(monkeypatch: pytest.MonkeyPatch, **change: object) -> None:
    """Let the library that runs be another one."""
    grading, course = versions.running()
    monkeypatch.setattr(versions, "running", lambda: (grading, replace(course, **change)))


def test_what_runs_here_is_what_is_installed() -> None:
    grading, course = versions.running()
    assert (grading.folder, grading.is_installed) == (REPOSITORY / "grading" / "gan_grading", True)
    assert (course.folder, course.is_installed) == (REPOSITORY / "gan_course", True)
    versions.insist_on_one_version()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            {"version": "9.9.9"},
            "gan-course 9.9.9: both are of one version; install gan-course and",
        ),
        ({"is_installed": False}, "one comes with the folder you stand in; run in another folder"),
    ],
)
def test_packages_that_do_not_belong_together_are_one_line(
    change: dict[str, object], said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    mismatched(monkeypatch, **change)
    assert cli.main(["report", "03_minimax"]) == 2
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1


def test_code_that_is_not_what_is_installed_is_named(tmp_path: Path) -> None:
    """As for nbgrader's commands in a checkout's grading/, where another version is installed."""
    for name in ("gan_grading", "gan_course"):
        installed = tmp_path / f"{name}-9.9.9.dist-info"
        installed.mkdir()
        (installed / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 9.9.9\n")
    done = subprocess.run(
        [sys.executable, "-m", "gan_grading.cli", "--version"],
        env={**os.environ, "PYTHONPATH": str(tmp_path), "COLUMNS": "500"},
        capture_output=True,
        text=True,
        check=True,
    )
    grading, course = (f"{each} of {each.folder}" for each in versions.running())
    assert done.stdout == f"gan-grade: {grading} with {course}\n"


def test_settings_that_cannot_be_used_stop_nbgrader_before_it_runs_a_student_s_code(term: Term) -> None:
    """Nbgrader goes on without a configuration file that raises, and so without the sandbox."""
    (term.folder / "nbgrader_config.py").write_text(CONFIG)
    (term.folder / "class.toml").write_text("[late")
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", "autograde", "01_sums"],
        cwd=term.folder,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert done.stderr.strip().splitlines()[-1].startswith("gan-grading: ")
    assert "it must be a TOML file" in done.stderr
    assert "Traceback" not in done.stderr
