"""Write many graded submissions in one transaction, with nbgrader's own steps.

nbgrader opens the gradebook anew in each of its steps and commits after every cell. Here its steps are lent
one gradebook that is open already, and what they commit stays one transaction until the batch is whole.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader.api import Assignment as Recorded
from nbgrader.api import Gradebook, MissingEntry, SubmittedAssignment
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.orm import Session, scoped_session, sessionmaker

from gan_grading.errors import GradingError
from gan_grading.nbgrader.autograde import begin, finish, reason_of, remove
from gan_grading.nbgrader.waiting import Waiting


class GradebookError(GradingError):
    """The gradebook cannot be used."""


class NotReleasedError(GradingError):
    """An assignment that the gradebook does not know."""


class _HeldSession(Session):
    """A session whose commits wait for the end of the batch.

    What was read is forgotten where a step opens the gradebook, and not with each of the step's commits:
    nbgrader makes one for every cell, and would read everything again for the next.
    """

    def commit(self) -> None:
        self.flush()

    def commit_all(self) -> None:
        super().commit()


class SharedGradebook(Gradebook):  # type: ignore[misc] # nbgrader publishes no type information
    """A gradebook that nbgrader's steps take turns in."""

    db: Any

    def __init__(self, db_url: str, course_id: str) -> None:
        """Open it, as nbgrader does."""
        super().__init__(db_url, course_id)
        self.db.remove()
        self.db = scoped_session(sessionmaker(class_=_HeldSession, bind=self.engine))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Lend this gradebook to nbgrader's steps; what they do is written at the end, or not at all."""
        openers: list[Any] = [module for module in list(sys.modules.values()) if _opens_gradebooks(module)]
        for module in openers:
            module.Gradebook = lambda *_, **__: _Lent(self)
        try:
            yield
            self.db().commit_all()
        except BaseException:
            self.db.rollback()
            raise
        finally:
            for module in openers:
                module.Gradebook = Gradebook

    def students_of(self, assignment: str) -> set[str]:
        """Return whose submissions of an assignment are recorded."""
        query = self.db.query(SubmittedAssignment.student_id).join(
            Recorded, SubmittedAssignment.assignment_id == Recorded.id
        )
        return {student for (student,) in query.filter(Recorded.name == assignment)}


@contextmanager
def open_gradebook(coursedir: Any) -> Iterator[SharedGradebook]:
    """Open a class's gradebook, which must know the assignment.

    Args:
        coursedir: nbgrader's description of the course's folders.

    Raises:
        GradebookError: if it cannot be used, at any time while it is open.
        NotReleasedError: if it does not know the assignment.
    """
    name = coursedir.assignment_id
    try:
        with closing(SharedGradebook(coursedir.db_url, coursedir.course_id)) as gradebook:
            try:
                gradebook.find_assignment(name)
            except MissingEntry as error:
                raise NotReleasedError(
                    f"the gradebook of {coursedir.root} holds no {name}",
                    "it learns exercises and points from the release",
                    f"run nbgrader generate_assignment {name} in the class's folder",
                ) from error
            yield gradebook
    except DatabaseError as error:
        raise unusable(error) from error


def _opens_gradebooks(module: Any) -> bool:
    """Whether a module holds nbgrader's Gradebook by its name: any step of any plugin may open one."""
    return getattr(module, "__dict__", {}).get("Gradebook") is Gradebook and module.__name__ != __name__


class _Lent:
    """Stands for a gradebook that was opened just now; closing it leaves the shared one open."""

    def __init__(self, gradebook: SharedGradebook) -> None:
        self._gradebook = gradebook

    def __enter__(self) -> SharedGradebook:
        self._gradebook.db.expire_all()
        return self._gradebook

    def __exit__(self, *_: object) -> None:
        pass

    def __getattr__(self, name: str) -> Any:
        return getattr(self._gradebook, name)


@dataclass(frozen=True)
class Handed:
    """A graded submission, ready to be written.

    Attributes:
        student: the student's id.
        path: the file that was handed in.
        notebook: the graded notebook.
    """

    student: str
    path: Path
    notebook: NotebookNode


class BatchWriter:
    """Writes autograded notebooks and the gradebook; the only one who does in a run."""

    def __init__(self, converter: Any, gradebook: SharedGradebook) -> None:
        """Prepare.

        Args:
            converter: nbgrader's Autograde, with its exporter set to what follows the execution.
            gradebook: where scores go.
        """
        self._converter, self._gradebook = converter, gradebook

    def write(self, batch: Sequence[Handed]) -> list[Waiting]:
        """Write a batch as a whole; where that fails, each submission of it alone.

        Returns:
            Who could not be written, and why.

        Raises:
            GradebookError: if the gradebook itself cannot be used; nothing of the batch is in it then.
        """
        name = self._converter.coursedir.assignment_id
        try:
            with self._gradebook.transaction():
                for each in batch:
                    self._prepare(name, each)
            for each in batch:
                finish(self._converter, name, each.student)
            return []
        except (OperationalError, OSError) as error:
            raise unusable(error) from error
        except Exception as error:
            if len(batch) > 1:
                return [waiting for each in batch for waiting in self.write([each])]
            remove(self._converter, name, batch[0].student)
            return [Waiting(batch[0].student, name, reason_of(error))]

    def _prepare(self, name: str, each: Handed) -> None:
        converter = self._converter
        remove(converter, name, each.student)
        converter.notebooks = [str(each.path)]
        begin(converter, name, each.student)
        known: dict[str, Any] = ResourcesDict()
        known |= converter.init_single_notebook_resources(str(each.path))
        known["metadata"] = ResourcesDict(name=each.path.stem, path=str(each.path.parent))
        output, resources = converter.exporter.from_notebook_node(each.notebook, resources=known)
        converter.write_single_notebook(output, resources)
        converter.set_permissions(name, each.student)


def unusable(error: Exception) -> GradebookError:
    """Return a failure of the gradebook, or of the disk it is on, in one line."""
    what = str(getattr(error, "orig", None) or error)
    return GradebookError(
        f"the gradebook cannot be used: {what}",
        "scores are written by one run at a time, and need room on the disk",
        "mend that (after an upgrade: nbgrader db upgrade) and run the same command again: it goes on",
    )
