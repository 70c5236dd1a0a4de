"""What a class report is made of: the gradebook's scores, each with the verdict it rests on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from gan_course.exercises.finding import ExerciseResult, Finding

State = Literal["graded", "ungraded", "missing"]


@dataclass(frozen=True)
class Score:
    """One student's points in one exercise, as the gradebook has them.

    Attributes:
        exercise: its id.
        points: what counts: the score given by hand if there is one, else the grader's, and extra credit;
            ``None`` while there is none.
        max_points: what the exercise is worth by the gradebook.
        verdict: what the grader said; ``None`` where no graded notebook holds it.
        auto: points the grader gave.
        manual: points given by hand.
        extra: extra credit given by hand.
        comment: an instructor's.
    """

    exercise: str
    points: float | None
    max_points: float
    verdict: ExerciseResult | None = None
    auto: float | None = None
    manual: float | None = None
    extra: float = 0.0
    comment: str = ""

    @property
    def is_dropped(self) -> bool:
        """Whether the class has taken the exercise out of the sum; its score is kept."""
        return self.max_points == 0

    @property
    def reached(self) -> float | None:
        """Points that say what was understood, whether they count or not."""
        if not self.is_dropped:
            return self.points
        return self.auto if self.manual is None else self.manual

    @property
    def reachable(self) -> float:
        """What the exercise is worth where it counts."""
        return self.verdict.max_points if self.is_dropped and self.verdict else self.max_points

    @property
    def is_full(self) -> bool:
        """Whether every point was reached."""
        return self.reached is not None and self.reached >= self.reachable > 0

    @property
    def is_by_hand(self) -> bool:
        """Whether a person has changed what the grader gave."""
        return not self.is_dropped and (self.manual is not None or self.extra != 0)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the grader found wrong."""
        return self.verdict.findings if self.verdict else ()

    @property
    def note(self) -> str:
        """Why it is ungraded, or what explains the verdict."""
        return self.verdict.note if self.verdict else ""

    @property
    def oddity(self) -> str:
        """What does not fit together, in words: a change after grading is never silent."""
        if self.points is not None and self.points > self.max_points and not self.extra:
            return f"{self.exercise}: {self.points:g} of {self.max_points:g} points, more than there are"
        judged = self.verdict
        if judged is None or self.auto is None or self.is_dropped:
            return ""
        if judged.max_points != self.max_points:
            worth = f"graded when it was worth {judged.max_points:g} points, {self.max_points:g} now"
            return f"{self.exercise}: {worth}; run gan-grade regrade"
        if judged.points != self.auto:
            return f"{self.exercise}: {self.auto:g} in the gradebook, {judged.points} in the graded notebook"
        return ""


@dataclass(frozen=True)
class StudentGrades:
    """One student's grades in one assignment.

    Attributes:
        student: the student's id.
        scores: one an exercise, in the notebook's order; empty where nothing was handed in or graded.
        answers: source of each answer by exercise.
        notices: what else the instructor should know, e.g. that the notebook was tampered with.
        name: from the roster; may be empty.
        email: from the roster; may be empty.
        penalty: points taken for a late submission.
        state: ``"missing"`` for nothing handed in, ``"ungraded"`` while some exercise has no score.
        reason: why there is no score, in words.
        graded_by: the versions that graded it; empty where none has.
    """

    student: str
    scores: tuple[Score, ...]
    answers: dict[str, str] = field(default_factory=dict)
    notices: tuple[str, ...] = ()
    name: str = ""
    email: str = ""
    penalty: float = 0.0
    state: State = "graded"
    reason: str = ""
    graded_by: str = ""

    @property
    def points(self) -> float | None:
        """Points of all exercises before a penalty; ``None`` while some exercise has none."""
        if self.state != "graded":
            return None
        return round(sum(score.points or 0.0 for score in self.scores), 2)

    @property
    def total(self) -> float | None:
        """Points that count: less the penalty, never below 0; a submission never handed in is 0."""
        if self.state == "missing":
            return 0.0
        return None if self.points is None else round(max(0.0, self.points - self.penalty), 2)


@dataclass(frozen=True)
class ClassGrades:
    """A class's grades in one assignment.

    Attributes:
        assignment: its name.
        worth: points by exercise, by the gradebook, in the notebook's order.
        students: everybody on the roster or with a submission, by id.
        notices: about the assignment as a whole, in words.
    """

    assignment: str
    worth: dict[str, float]
    students: tuple[StudentGrades, ...]
    notices: tuple[str, ...] = ()

    @property
    def max_points(self) -> float:
        """What the assignment is worth."""
        return sum(self.worth.values())

    @property
    def graded_by(self) -> tuple[str, ...]:
        """The versions that graded; more than one where some was graded before an upgrade."""
        return tuple(sorted({each.graded_by for each in self.students if each.graded_by}))

    @property
    def handed_in(self) -> tuple[StudentGrades, ...]:
        """Everybody who handed something in."""
        return tuple(each for each in self.students if each.state != "missing")

    @property
    def ungraded(self) -> tuple[StudentGrades, ...]:
        """Who waits for a score."""
        return tuple(each for each in self.students if each.state == "ungraded")
