"""Judge one exercise over several sets of inputs and turn what was noted into a result."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gan_course.exercises.experiment import Experiment
from gan_course.exercises.finding import ExerciseResult, Misconception
from gan_course.exercises.findings import Findings, GiveUp
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.oracle import Oracle
from gan_course.exercises.student.handle import Student, StudentFault

Judge = Callable[[Student, Inputs, Findings], None]


@dataclass(frozen=True)
class Probe:
    """How one exercise is judged.

    Attributes:
        exercise: its id, also the name the student defines.
        judge: plays the exercise and notes findings.
        misconceptions: everything ``judge`` may note beside the common ones.
        explanation: shown with the verdict (closing questions use it).
        oracle: knows what a right answer gives; ``None`` where the judge knows by itself.
        experiment: what the judge plays, where it is an experiment that the student process can play too.
        sound: tells whether the judge finds nothing in a right answer with these inputs; ``None`` where
            there is no right answer to try.
    """

    exercise: str
    judge: Judge
    misconceptions: tuple[Misconception, ...] = ()
    explanation: str = ""
    oracle: Oracle | None = None
    experiment: Experiment | None = None
    sound: Callable[[Inputs], bool] | None = None

    def __post_init__(self) -> None:
        """Refuse misconceptions of one id with several texts.

        Raises:
            ValueError: if there are any.
        """
        ids = [m.id for m in self.misconceptions]
        doubled = {i for i in ids if ids.count(i) > 1}
        if doubled:
            raise ValueError(f"probe {self.exercise!r} declares {sorted(doubled)} twice: ids must be unique")


@dataclass(frozen=True)
class Judged:
    """What judging came to.

    Attributes:
        result: the verdict.
        findings: what was noted on the way, curves included.
    """

    result: ExerciseResult
    findings: Findings


def judge(probe: Probe, student: Student, points: float, inputs: Sequence[Inputs]) -> Judged:
    """Judge one exercise.

    Points come only from a judge that ran to its end on all inputs. An error in the judge itself leaves the
    exercise ungraded: it is the grader's fault, never the student's zero.

    Args:
        probe: how it is judged.
        student: the handle on the student's code.
        points: what the exercise is worth.
        inputs: at least one set.

    Raises:
        ValueError: if there are no inputs.
    """
    if not inputs:
        raise ValueError("no inputs were given: a probe needs at least one set")
    findings = Findings(probe.misconceptions, points, probe.oracle)
    for each in inputs:
        try:
            handle = student
            if probe.experiment is None:
                student.forget()
            else:
                e = probe.experiment
                handle = student.foresee(e.kind, e.exercise, e.settings, each.seed)
            probe.judge(handle, each, findings)
        except StudentFault as fault:
            findings.fault(fault)
        except GiveUp:
            pass
        except Exception as error:  # a fault of the grader must not cost the student points
            if probe.sound is not None and probe.sound(each):
                # With a right answer it runs to its end: it is what came back that it cannot read.
                findings.miss(
                    "gives what can be compared", "strange", f"{type(error).__name__}: {error}"[:200]
                )
                continue
            return Judged(_ungraded(probe, points, inputs, error), findings)
        if findings.nothing_left():
            break
    result = ExerciseResult(
        exercise=probe.exercise,
        points=findings.points(),
        max_points=points,
        findings=findings.findings(),
        passed=findings.criteria_passed(),
        seeds=tuple(i.seed for i in inputs),
        note=probe.explanation,
    )
    return Judged(result, findings)


def _ungraded(probe: Probe, points: float, inputs: Sequence[Inputs], error: Exception) -> ExerciseResult:
    return ExerciseResult(
        exercise=probe.exercise,
        points=None,
        max_points=points,
        status="ungraded",
        seeds=tuple(i.seed for i in inputs),
        note=f"the probe failed with {type(error).__name__}: {error}",
    )
