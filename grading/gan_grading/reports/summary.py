"""What a class understood and misunderstood, exercise by exercise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gan_course.exercises.finding import Finding
from gan_grading.reports.grades import ClassGrades, Score, StudentGrades


@dataclass(frozen=True)
class MisconceptionCount:
    """One misconception in one exercise.

    Attributes:
        id: its name.
        count: students whose answer showed it.
        finding: the sentences students read.
        example: one student's answer, without a name.
    """

    id: str
    count: int
    finding: Finding
    example: str


@dataclass(frozen=True)
class ExerciseSummary:
    """One exercise over the class; the four counts add up to the number of submissions."""

    exercise: str
    max_points: float
    full: int
    partial: int
    none: int
    ungraded: int
    mean: float
    misconceptions: tuple[MisconceptionCount, ...]

    @property
    def students(self) -> int:
        """Number of submissions."""
        return self.full + self.partial + self.none + self.ungraded

    def percent(self, count: int) -> float:
        """Return a count as percent of the class."""
        return 100.0 * count / self.students if self.students else 0.0


def summarise(grades: ClassGrades) -> list[ExerciseSummary]:
    """Summarise what a class handed in.

    Args:
        grades: a class's.
    """
    return [_exercise(name, worth, grades.handed_in) for name, worth in grades.worth.items()]


def _exercise(name: str, worth: float, students: Sequence[StudentGrades]) -> ExerciseSummary:
    pairs = [(s, r) for s in students for r in s.scores if r.exercise == name]
    graded = [r for _, r in pairs if r.reached is not None]
    full = sum(r.is_full for r in graded)
    none = sum(r.reached == 0 for r in graded)
    mean = sum(r.reached or 0.0 for r in graded) / len(graded) if graded else 0.0
    return ExerciseSummary(
        exercise=name,
        max_points=max((r.reachable for _, r in pairs), default=worth),
        full=full,
        partial=len(graded) - full - none,
        none=none,
        ungraded=len(students) - len(graded),
        mean=round(mean, 2),
        misconceptions=_misconceptions(name, pairs),
    )


def _misconceptions(
    name: str, pairs: Sequence[tuple[StudentGrades, Score]]
) -> tuple[MisconceptionCount, ...]:
    seen: dict[str, list[tuple[Finding, str]]] = {}
    for student, score in pairs:
        for finding in {f.misconception: f for f in score.findings}.values():
            example = student.answers.get(name, "")
            seen.setdefault(finding.misconception, []).append((finding, example))
    counts = [MisconceptionCount(m, len(hits), hits[0][0], hits[0][1]) for m, hits in seen.items()]
    return tuple(sorted(counts, key=lambda c: (-c.count, c.id)))
