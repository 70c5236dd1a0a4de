"""Who is in the sample class: which answers each submission holds, and the points it must reach."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import nbformat

from gan_course.exercises.findings import COMMON
from gan_grading.course import Assignment
from gan_grading.errors import GradingError
from gan_grading.keys.registry import probe_for
from gan_grading.release.source import grade_id, is_answer
from gan_grading.release.writing import write_atomically
from gan_grading.selfcheck.bank import BankAnswer, Verdict

ASSIGNMENT = "03_minimax"


class DemoError(GradingError):
    """The sample class cannot be made or graded."""


@dataclass(frozen=True)
class Pupil:
    """One submission of the sample class.

    Attributes:
        id: its name in the gradebook.
        note: what it shows.
        style: which of the right answers it takes, by number.
        verdict: "correct", or "noisy" for answers that print and warn.
        mistakes: misconception shown, by exercise.
        sources: answers given word for word, by exercise; they reach no points.
        is_blank: the released notebook as it is.
    """

    id: str
    note: str
    style: int = 0
    verdict: Verdict = "correct"
    mistakes: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    is_blank: bool = False


PUPILS = (
    Pupil("student-01", "all right", 0),
    Pupil("student-02", "all right, another style", 1),
    Pupil("student-03", "all right, another style", 2),
    Pupil("student-04", "all right, another style", 3),
    Pupil("student-05", "all right, another style", 4),
    Pupil("student-06", "all right, noisy", 0, "noisy"),
    Pupil(
        "student-07",
        "ascends nowhere, piles up gradients",
        1,
        mistakes={"discriminator_loss": "ascent_forgotten", "discriminator_step": "stale_gradients"},
    ),
    Pupil(
        "student-08",
        "another loss, k for the wrong player",
        2,
        mistakes={"saturating_generator_loss": "non_saturating", "algorithm_1": "k_on_generator"},
    ),
    Pupil(
        "student-09",
        "sigmoid in D, overflow in the loss",
        3,
        mistakes={"make_discriminator": "bounded", "discriminator_loss": "overflows"},
    ),
    Pupil(
        "student-10",
        "D* upside down, 0·log 0, a loss with its graph",
        4,
        mistakes={
            "optimal_discriminator": "swapped",
            "value_function": "nan_at_edge",
            "generator_step": "keeps_graph",
        },
    ),
    Pupil("student-11", "handed in blank", is_blank=True),
    Pupil(
        "student-12",
        "one cell does not run",
        5,
        sources={"make_generator": "def make_generator(latent_dim, data_dim, hidden=64)\n    return None\n"},
    ),
)


def answers_of(pupil: Pupil, assignment: Assignment, bank: Sequence[BankAnswer]) -> dict[str, str]:
    """Return a submission's answers by exercise.

    Raises:
        DemoError: if the bank has no answer of the kind wanted.
    """
    if pupil.is_blank:
        return {}
    answers = {}
    for exercise in assignment.exercises:
        wanted = pupil.mistakes.get(exercise.id)
        if exercise.id in pupil.sources:
            answers[exercise.id] = pupil.sources[exercise.id]
            continue
        verdict = "wrong" if wanted else pupil.verdict
        fits = [a for a in bank if a.exercise == exercise.id and a.verdict == verdict]
        fits = [a for a in fits if not wanted or a.misconception == wanted]
        if not fits and not wanted:
            fits = [a for a in bank if a.exercise == exercise.id and a.verdict == "correct"]
        if not fits:
            raise DemoError(
                f"no {verdict} answer for {exercise.id} ({wanted or pupil.verdict})",
                "the sample class is made of the bank",
                "add one to tests/banks",
            )
        answers[exercise.id] = fits[pupil.style % len(fits)].source if not wanted else fits[0].source
    return answers


def expected_points(pupil: Pupil, assignment: Assignment) -> float:
    """Return the points a submission must reach, from what each of its mistakes costs."""
    if pupil.is_blank:
        return 0.0
    lost = sum(assignment.exercise(name).points for name in pupil.sources)
    for name, misconception in pupil.mistakes.items():
        known = {
            m.id: m
            for m in (*COMMON, *probe_for(assignment.name, name, assignment.source.parent).misconceptions)
        }
        lost += known[misconception].share * assignment.exercise(name).points
    return round(assignment.points - lost, 2)


def write_submission(folder: Path, pupil: Pupil, assignment: Assignment, answers: Mapping[str, str]) -> None:
    """Write a submission as nbgrader expects it: ``<student>/<assignment>/<notebook>.ipynb``.

    Raises:
        DemoError: if the assignment is not released yet.
    """
    if not assignment.released.is_file():
        raise DemoError(
            f"{assignment.name} is not released",
            "submissions are made of the released notebook",
            f"run gan-grade release {assignment.name}",
        )
    notebook = copy.deepcopy(nbformat.read(assignment.released, as_version=4))  # type: ignore[no-untyped-call]
    for cell in notebook.cells:
        if is_answer(cell) and grade_id(cell) in answers:
            cell.source = answers[grade_id(cell)]
    target = folder / pupil.id / assignment.name / assignment.released.name
    target.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(target, nbformat.writes(notebook).encode())  # type: ignore[no-untyped-call]
