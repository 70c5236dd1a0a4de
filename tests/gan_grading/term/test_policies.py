"""A class's policies are steps of every way to autograde."""

from __future__ import annotations

from pathlib import Path

import pytest
from nbgrader.preprocessors import AssignLatePenalties
from traitlets.config import Config

from gan_grading.course import Course
from gan_grading.nbgrader.settings import class_folder, configure
from gan_grading.term.classfile import Term
from gan_grading.term.policies import ApplyPolicies, LatePerDay

TOY = Path(__file__).resolve().parents[2] / "toy_course"


@pytest.fixture
def config(term: Term, monkeypatch: pytest.MonkeyPatch) -> Config:
    """What nbgrader_config.py of the class makes of nbgrader's configuration."""
    monkeypatch.setenv("GAN_COURSE_DIR", str(TOY))
    monkeypatch.delenv("GAN_GRADING_MODE", raising=False)
    made = Config()
    configure(made, term.folder)
    return made


def test_policies_come_before_nbgrader_asks_how_late_something_is(config: Config, term: Term) -> None:
    steps = config.Autograde.autograde_preprocessors
    assert steps.index(ApplyPolicies) + 1 == steps.index(AssignLatePenalties)
    late = config.AssignLatePenalties.plugin_class(config=config)
    assert isinstance(late, LatePerDay)
    assert late.late_submission_penalty("ada", 7.0, 86_401) == pytest.approx(1.4)
    assert config.CourseDirectory.release_directory == str(term.folder / "release")


def test_the_class_that_one_stands_in_comes_before_a_variable(
    term: Term, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GAN_COURSE_ROOT", str(tmp_path / "elsewhere"))
    assert class_folder(Course(TOY)) == tmp_path / "elsewhere"
    monkeypatch.chdir(term.folder)
    assert class_folder(Course(TOY)) == term.folder
