"""Settings that make the stock nbgrader commands work on this course."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Any

from nbconvert.preprocessors import CSSHTMLHeaderPreprocessor
from nbgrader.converters import Autograde, GenerateAssignment
from nbgrader.preprocessors import (
    CheckCellMetadata,
    ClearOutput,
    ClearSolutions,
    Execute,
    OverwriteKernelspec,
    SaveAutoGrades,
    SaveCells,
)

from gan_grading.course import Course, find_course
from gan_grading.errors import GradingError
from gan_grading.nbgrader.autograde import grade_everybody
from gan_grading.nbgrader.checked import CheckOnce
from gan_grading.nbgrader.collect import SafeExtractor
from gan_grading.nbgrader.collector import SafeCollector
from gan_grading.nbgrader.engine import configure_engine, grading_mode
from gan_grading.nbgrader.evidence import RequireEvidence, StderrIsNoVerdict
from gan_grading.nbgrader.execute import GradingExecute
from gan_grading.nbgrader.export import HonestCsvExport
from gan_grading.nbgrader.feedback import CleanOutputs, HideTests, ShowFindings
from gan_grading.nbgrader.feedback_run import tell_who_got_no_page
from gan_grading.nbgrader.grades import FeedbackExporter, SaveGrades, ShowGrades
from gan_grading.nbgrader.own import find_own_sources
from gan_grading.nbgrader.rebuild import RebuildSubmission
from gan_grading.nbgrader.renamed import StockExporter
from gan_grading.nbgrader.rendering import (
    ATTRIBUTES,
    STYLES,
    TAGS,
    LimitText,
    light_highlight,
    safe_markdown,
)
from gan_grading.nbgrader.sanitise import DropStudentMetadata
from gan_grading.nbgrader.stamped import SaveReleasedCells, StampRelease
from gan_grading.nbgrader.strays import keep_strays_out
from gan_grading.nbgrader.timestamps import tolerate_timestamps
from gan_grading.release.stubs import AnswerStubs
from gan_grading.term.classfile import CLASS_FILE, read_term
from gan_grading.term.place import class_at_hand, class_by_variable
from gan_grading.term.policies import configure_term
from gan_grading.versions import insist_on_one_version

# A probe with three seeds takes a second or two; a busy machine may be ten times slower.
CELL_LIMIT_S = 60


def class_folder(course: Course) -> Path:
    """Return where a class lives: submitted/, autograded/, feedback/ and gradebook.db.

    It is the one that ``--class`` names, or that one stands in, if ``gan-grade init`` made one there; else
    ``GAN_COURSE_ROOT`` names it; else, for nbgrader's commands in a checkout's ``grading/``, it is
    ``build/class`` in the course folder, which git ignores.
    """
    return class_at_hand() or class_by_variable() or course.root / "build" / "class"


def configure(c: Any, class_: Path | None = None) -> None:
    """Configure nbgrader.

    Args:
        c: the object ``get_config()`` returns in a configuration file.
        class_: a folder that ``gan-grade init`` made; the one :func:`class_folder` finds if left out.

    Raises:
        SystemExit: with one line, if the class or what is installed cannot be used. nbgrader logs any other
            exception of a configuration file and goes on without it: student code would run unprotected.
    """
    try:
        insist_on_one_version()
        _configure(c, class_)
    except GradingError as error:
        raise SystemExit(f"gan-grading: {error}") from error


def _configure(c: Any, class_: Path | None) -> None:
    course = find_course()
    root = class_.resolve() if class_ else class_folder(course)
    root.mkdir(parents=True, exist_ok=True)  # nbgrader opens gradebook.db in it and does not make it
    _configure_folders(c, course, root)
    _configure_steps(c, course, root)
    c.ZipCollectApp.extractor_plugin = SafeExtractor
    c.ZipCollectApp.collector_plugin = SafeCollector
    c.ExportApp.plugin_class = HonestCsvExport
    find_own_programs()
    find_own_sources()
    tolerate_timestamps()
    keep_strays_out()
    grade_everybody()
    tell_who_got_no_page()
    # A kernel on the local machine needs no reminder that its connection is local.
    c.Execute.extra_arguments = ["--log-level=ERROR"]
    c.Execute.timeout = CELL_LIMIT_S
    c.GradingExecute.course_dir = str(course.root)
    c.GradingExecute.class_dir = str(root)
    c.SanitizeHTML.enabled = True
    c.SanitizeHTML.tags = TAGS
    c.SanitizeHTML.attributes = ATTRIBUTES
    c.SanitizeHTML.styles = STYLES
    c.HTMLExporter.filters = {"markdown2html": safe_markdown, "highlight_code": light_highlight}
    if (root / CLASS_FILE).is_file():
        configure_term(c, read_term(root))


def find_own_programs() -> None:
    """Let nbgrader find alembic, which it starts by its bare name, where the environment is not activated."""
    own = str(Path(sys.executable).parent)
    if shutil.which("alembic") is None and shutil.which("alembic", path=own):
        os.environ["PATH"] = os.pathsep.join(filter(None, (own, os.environ.get("PATH", ""))))


def _configure_folders(c: Any, course: Course, root: Path) -> None:
    c.CourseDirectory.course_id = "gan_course"
    c.CourseDirectory.root = str(root)
    c.CourseDirectory.source_directory = str(course.solutions)
    c.CourseDirectory.release_directory = str(course.release)
    # Percent sources hold the solutions; a student's numpy.py beside the notebook would shadow the library.
    c.CourseDirectory.ignore = [".ipynb_checkpoints", "*.pyc", "__pycache__", "feedback", "*.py", ".*"]
    # course/ is generated and committed: the stock command makes the same bytes, so it may replace them.
    c.GenerateAssignment.force = True


def _configure_steps(c: Any, course: Course, root: Path) -> None:
    release = _replace(GenerateAssignment, "preprocessors", ClearSolutions, AnswerStubs)
    release[release.index(SaveCells)] = SaveReleasedCells
    c.GenerateAssignment.preprocessors = [*release, StampRelease]
    c.Autograde.sanitize_preprocessors = [
        ClearOutput,
        RebuildSubmission,
        DropStudentMetadata,
        OverwriteKernelspec,
        CheckCellMetadata,
    ]
    steps = _replace(
        Autograde, "autograde_preprocessors", Execute, GradingExecute, StderrIsNoVerdict, RequireEvidence
    )
    steps[steps.index(SaveAutoGrades)] = SaveGrades
    c.Autograde.autograde_preprocessors = steps
    c.Autograde.exporter_class = StockExporter
    if grading_mode() != "in-kernel":
        after = steps.index(RequireEvidence) + 1
        last = [CheckOnce if step is CheckCellMetadata else step for step in steps[after:]]
        configure_engine(c, str(course.root), str(root), last)
    c.GenerateFeedback.exporter_class = FeedbackExporter
    c.GenerateFeedback.preprocessors = [
        ShowGrades,
        HideTests,
        LimitText,
        ShowFindings,
        CleanOutputs,
        CSSHTMLHeaderPreprocessor,
    ]


def _replace(converter: Any, trait: str, old: type, *new: type) -> list[type]:
    """Return a converter's own list of steps with one of them replaced by others."""
    steps = list(getattr(converter, trait).default())
    at = steps.index(old)
    return [*steps[:at], *new, *steps[at + 1 :]]
