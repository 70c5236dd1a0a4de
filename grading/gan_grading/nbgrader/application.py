"""nbgrader's converters, configured as its own commands in this place would be."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from nbconvert.writers.files import FilesWriter
from nbgrader.apps import AutogradeApp
from nbgrader.converters import Autograde, GenerateFeedback
from traitlets.config import Application, Config

from gan_grading.course import find_course
from gan_grading.nbgrader.settings import class_folder, configure
from gan_grading.term.begin import CONFIG


def nbgrader_app(assignment: str) -> AutogradeApp:
    """Return nbgrader's application with the settings its commands find: here, in the class, for this user.

    Where none of them configures this course, as outside of its ``grading`` folder, the course does itself.

    Args:
        assignment: its name.
    """
    app = AutogradeApp(log_level=logging.ERROR)  # it warns where it finds no file of settings
    app.initialize([])
    if "EngineExecute" not in app.config:
        # Below a class folder, or beside it: nbgrader looks for settings here alone.
        Application.load_config_file(app, CONFIG, path=str(class_folder(find_course())))
    if "EngineExecute" not in app.config:
        own = Config()
        configure(own)
        own.merge(app.config)
        app.update_config(own)
        app.coursedir._load_config(own)
    app.coursedir.assignment_id = assignment
    return app


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
