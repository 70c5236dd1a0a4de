"""nbgrader's application and converters, with the settings that its own commands would find for a class."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from nbconvert.writers.files import FilesWriter
from nbgrader.apps import AutogradeApp
from nbgrader.converters import Autograde, GenerateFeedback
from traitlets.config import Application, Config

from gan_grading.nbgrader.settings import configure
from gan_grading.term.begin import CONFIG
from gan_grading.term.classfile import ClassError
from gan_grading.term.place import MEND, RULE, class_at_hand, class_by_variable


def nbgrader_app(assignment: str = "") -> AutogradeApp:
    """Return nbgrader's application on the class that commands work on.

    The class is the one that ``--class`` names, else the nearest above, else ``GAN_COURSE_ROOT``, else the
    folder that nbgrader's own settings name. Settings are the user's (``nbgrader --paths`` lists where they
    lie), then the class's; without a class's own, those of the working directory, as for nbgrader's commands.
    Where none of them configures this course, the course does itself.

    Args:
        assignment: its name.

    Raises:
        ClassError: if there is no class.
    """
    at_hand = class_at_hand()
    folder = at_hand or class_by_variable()
    app = AutogradeApp(log_level=logging.ERROR)  # it warns where it finds no file of settings
    app.load_cwd_config = at_hand is None
    app.initialize([], root=str(folder or ""))
    here = Path.cwd()
    if folder is None and "root" not in app.config.CourseDirectory:
        if not (here / CONFIG).is_file():
            raise ClassError(str(here), RULE, MEND)
        folder = here  # nbgrader's own rule
    if folder is not None and (at_hand or "EngineExecute" not in app.config):
        Application.load_config_file(app, CONFIG, path=str(folder))
    if "EngineExecute" not in app.config:
        _add_own_settings(app, folder)
    if folder is not None:
        app.config.CourseDirectory.root = app.coursedir.root = str(folder)
    app.coursedir.assignment_id = assignment
    return app


def _add_own_settings(app: AutogradeApp, folder: Path | None) -> None:
    """Configure this course below what was found: somebody's own settings win."""
    own = Config()
    configure(own, folder or Path(app.config.CourseDirectory.root))
    own.merge(app.config)
    app.update_config(own)
    app.coursedir._load_config(own)


def autograde_converter(app: AutogradeApp) -> Any:
    """Return nbgrader's converter for autograding."""
    return _ready(Autograde(coursedir=app.coursedir, parent=app))


def feedback_converter(app: AutogradeApp) -> Any:
    """Return nbgrader's converter for feedback."""
    return _ready(GenerateFeedback(coursedir=app.coursedir, parent=app))


def _ready(converter: Any) -> Any:
    """Do what a converter does when it starts, except the conversion."""
    Path(converter.coursedir.root).mkdir(parents=True, exist_ok=True)
    converter.left_out = []
    converter.writer = FilesWriter(parent=converter, config=converter.config)
    converter.exporter = converter.exporter_class(parent=converter, config=converter.config)
    converter.exporter.optimistic_validation = True
    return converter
