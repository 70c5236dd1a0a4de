"""A class that is graded with gan-grade, and what its gradebook and folders hold afterwards."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy

from gan_grading.cli import main
from tests.gan_grading.engine.classes import NAME, Classroom

GAN_GRADE = str(Path(sys.executable).with_name("gan-grade"))
GRADES = sqlalchemy.text(
    "select a.student_id, b.name, g.auto_score, g.manual_score, g.needs_manual_grade from grade g "
    "join base_cell b on g.cell_id = b.id join submitted_notebook n on g.notebook_id = n.id "
    "join submitted_assignment a on n.assignment_id = a.id"
)
COMMENTS = sqlalchemy.text(
    "select a.student_id, b.name, c.auto_comment from comment c "
    "join base_cell b on c.cell_id = b.id join submitted_notebook n on c.notebook_id = n.id "
    "join submitted_assignment a on n.assignment_id = a.id"
)
TIMES = sqlalchemy.text("select student_id, cast(timestamp as varchar) from submitted_assignment")


@contextmanager
def inside(room: Classroom, **variables: str) -> Iterator[None]:
    """Be in a class, as a command that is started for it is."""
    own = {"GAN_COURSE_DIR": str(room.course), "GAN_COURSE_ROOT": str(room.root), **variables}
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(room.base)
        for name in ("GAN_GRADING_MODE", "GAN_GRADING_SEED"):
            patch.delenv(name, raising=False)
        for name, value in own.items():
            patch.setenv(name, value)
        yield


def gan_grade(room: Classroom, *words: str, **variables: str) -> int:
    """Run one of gan-grade's commands in this process; return its exit code."""
    with inside(room, **variables):
        return main([words[0], NAME, *words[1:]])


def gradebook(url: str | Classroom) -> dict[str, set[tuple[Any, ...]]]:
    """Return all that a gradebook holds of submissions."""
    where = f"sqlite:///{url.root / 'gradebook.db'}" if isinstance(url, Classroom) else url
    engine = sqlalchemy.create_engine(where)
    try:
        with engine.connect() as connection:
            rows = {
                name: {tuple(row) for row in connection.execute(query)}
                for name, query in (("grades", GRADES), ("comments", COMMENTS), ("times", TIMES))
            }
    finally:
        engine.dispose()
    return rows


def autograded(room: Classroom) -> dict[str, Any]:
    """Return the autograded notebooks, by student."""
    found = sorted((room.root / "autograded").glob(f"*/{NAME}/minimax.ipynb"))
    return {path.parent.parent.name: json.loads(path.read_bytes()) for path in found}


def journaled(room: Classroom) -> list[str]:
    """Return whose results the journal holds, in order; twice who was graded twice."""
    path = room.root / "journal" / f"{NAME}.jsonl"
    lines = path.read_text().splitlines() if path.exists() else []
    return [json.loads(line.partition(" ")[2])["student"] for line in lines if line.endswith("}")]


def environment(room: Classroom) -> dict[str, str]:
    """Return the environment of a command that is started for a class."""
    own = {"GAN_COURSE_DIR": str(room.course), "GAN_COURSE_ROOT": str(room.root)}
    hidden = ("GAN_GRADING_MODE", "GAN_GRADING_SEED")
    return {**{k: v for k, v in os.environ.items() if k not in hidden}, **own}
