"""What an experiment found: which criteria held, which did not, and which misconception that shows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass

from gan_course.exercises.compare import DEFAULT, Tolerance, is_finite, same
from gan_course.exercises.difference import difference
from gan_course.exercises.finding import Curve, Finding, Misconception
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.oracle import (
    AGREES,
    PICTURE,
    Nobody,
    Observation,
    Oracle,
    Play,
    Seen,
    Unknown,
    watch,
)
from gan_course.exercises.stops import advice_on
from gan_course.exercises.student.handle import Student, StudentFault

# What can go wrong with any exercise. An exercise's own misconceptions come before these.
COMMON = (
    Misconception(
        "not_written",
        "The answer is not written yet.",
        "Replace the line that raises NotImplementedError by your own code.",
    ),
    Misconception(
        "not_defined",
        "The name this exercise asks for is not defined.",
        "Keep the name given in the exercise, and run the whole notebook once from the top.",
    ),
    Misconception(
        "ready_made",
        "Your answer calls the library's own version of what you are asked to write.",
        "Reading its source is allowed; what it does has to stand in your own function.",
    ),
    Misconception(
        "raises",
        "Your code stopped with an error.",
        "Read the message and the line it names; call the function yourself with a small batch to see it.",
    ),
    Misconception(
        "too_slow",
        "Your code did not finish within the time allowed.",
        "Look for a loop that never ends, or one that visits every sample where a tensor operation would do.",
    ),
    Misconception(
        "stopped",
        "Your code was stopped because it used more than it may (memory, processes, output) or ended Python.",
        "Look for a list or tensor that grows without end, and for exit() or similar calls.",
    ),
    Misconception(
        "wrong_type",
        "What came back is not the kind of value the exercise asks for.",
        "Compare the type and shape you return with the line 'You return' of the exercise.",
    ),
    Misconception(
        "not_finite",
        "What came back is NaN or infinite.",
        "Look for a logarithm or a division that meets a zero.",
    ),
    Misconception(
        "not_repeatable",
        "A second call with the very same arguments gives something else.",
        "The first call leaves something behind: a gradient that adds up, a variable outside of the function, "
        "an argument that was changed.",
        share=0.5,
    ),
    Misconception(
        "strange",
        "What came back is of a kind that could not be compared.",
        "Compare the type and shape you return with the line 'You return' of the exercise.",
    ),
    Misconception(
        "unrecognised",
        "What came back is not what the formula of the exercise gives.",
        "Work the formula through by hand for a batch of two and compare with what your code returns.",
    ),
)


# Criteria that hold for whatever has the right form, however wrong it is.
FORM_ALONE = re.compile(r"returns |leaves |the same again|comes in |gives what|changes something")


class GiveUp(Exception):
    """Raised by an experiment that cannot go on after what it has found."""


@dataclass(frozen=True)
class Picture:
    """Curves to draw beside the sentences: the student's, over those of a right answer.

    Attributes:
        title: what is drawn, e.g. "slope of the loss".
        play: gives for each panel, by the name of what runs to the right, a pair of tensors (n,): places
            and values. The places follow from the inputs alone.
    """

    title: str
    play: Play


class Findings:
    """Collects criteria and findings of one exercise."""

    def __init__(
        self, misconceptions: Iterable[Misconception], points: float, oracle: Oracle | None = None
    ) -> None:
        """Start with nothing found.

        Args:
            misconceptions: what may be found, beside :data:`COMMON`.
            points: what the exercise is worth.
            oracle: knows what is wanted; nobody, if not given.
        """
        self._known = {m.id: m for m in (*COMMON, *misconceptions)}
        self._points = points
        self.oracle: Oracle = oracle or Nobody()
        self.curves: dict[str, tuple[Curve, ...]] = {}
        self._recognised = False
        self._findings: dict[tuple[str, str], Finding] = {}
        self._passed: dict[str, None] = {}

    @property
    def judges(self) -> bool:
        """Whether somebody here judges; else the play only collects what a judge will ask for."""
        return not isinstance(self.oracle, Nobody)

    def passed(self, criterion: str) -> None:
        """Note that a criterion held."""
        self._passed[criterion] = None

    def compare(
        self,
        student: Student,
        inputs: Inputs,
        criterion: str,
        play: Play,
        *,
        otherwise: str = "",
        named: bool = True,
        goes_on: bool = False,
        tolerance: Tolerance = DEFAULT,
        picture: Picture | None = None,
    ) -> bool:
        """Require that a part of the experiment gives what it gives with a right answer.

        Where it does not, the known mistake that gives the same is noted.

        Args:
            student: the handle on the answer.
            inputs: what it is played with, from their beginning.
            criterion: what is compared; unique within the experiment, and read by students.
            play: observes it. Its names are read by students where a value differs: "value on 7 logits".
                It uses no hidden knowledge and does the same with inputs of the same seed.
            otherwise: the misconception noted where no known mistake does the same.
            named: whether known mistakes are tried; else ``otherwise`` is noted.
            goes_on: whether what comes after makes sense where this does not hold.
            tolerance: for comparing.
            picture: curves to draw.

        Returns:
            Whether it held.

        Raises:
            GiveUp: where it does not hold, unless ``goes_on``.
            StudentFault: if the student's code raised, and nothing known does the same.
        """
        seen = watch(play, student, inputs)
        try:
            wanted = self.oracle.wanted(criterion, play, inputs, tolerance)
        except Unknown:
            self.passed(criterion)
            return True
        curves = self._draw(student, inputs, criterion, picture)
        if not isinstance(seen, StudentFault) and same(wanted, seen, tolerance):
            self.passed(criterion)
            return True
        name = None
        if named:
            name = self.oracle.mistake(criterion, play, student, inputs, seen, tolerance)
            self._recognised = self._recognised or name is not None
        self._differs(criterion, name or otherwise, wanted, seen, tolerance, curves)
        if goes_on:
            return False
        raise GiveUp

    def agrees(
        self,
        student: Student,
        inputs: Inputs,
        criterion: str,
        play: Play,
        tolerance: Tolerance = DEFAULT,
    ) -> bool:
        """Tell whether a part of the experiment gives what it gives with a right answer; note nothing."""
        seen = watch(play, student, inputs)
        try:
            wanted = self.oracle.wanted(f"{criterion}{AGREES}", play, inputs, tolerance)
        except Unknown:
            return not self.judges
        return not isinstance(seen, StudentFault) and same(wanted, seen, tolerance)

    def follows(self, inputs: Inputs, criterion: str, play: Play, tolerance: Tolerance = DEFAULT) -> None:
        """Note that a criterion held because a wider comparison did; a record keeps what it would compare."""
        with suppress(Unknown):
            self.oracle.wanted(criterion, play, inputs, tolerance)
        self.passed(criterion)

    def recognises(
        self,
        student: Student,
        inputs: Inputs,
        criterion: str,
        play: Play,
        *,
        at: str,
        tolerance: Tolerance = DEFAULT,
    ) -> bool:
        """Note the known mistake that gives what the answer gives, and nothing where there is none.

        Args:
            student: the handle on the answer.
            inputs: what it is played with, from their beginning.
            criterion: what is compared.
            play: observes it.
            at: the criterion under which it is noted.
            tolerance: for comparing.

        Returns:
            Whether a known mistake was noted.
        """
        seen = watch(play, student, inputs)
        try:
            wanted = self.oracle.wanted(criterion, play, inputs, tolerance)
        except Unknown:
            return False
        name = self.oracle.mistake(criterion, play, student, inputs, seen, tolerance)
        if name is not None:
            self._recognised = True
            self._differs(at, name, wanted, seen, tolerance, ())
        return name is not None

    def _differs(
        self,
        criterion: str,
        name: str,
        wanted: Observation,
        seen: Seen,
        tolerance: Tolerance,
        curves: tuple[Curve, ...],
    ) -> None:
        if isinstance(seen, StudentFault):
            if not name:
                raise seen
            self.miss(criterion, name, f"{seen.type_name}: {seen.message}")
            return
        detail = difference(wanted, seen, tolerance)
        # What is named is what the evidence shows: a wrong number may come long before one that is not finite.
        shows = any(sign in detail for sign in ("yours NaN", "yours ∞", "yours −∞"))
        unknown = "not_finite" if shows or not (detail or is_finite(seen)) else "unrecognised"
        self.miss(criterion, name or unknown, detail, curves)

    def _draw(
        self, student: Student, inputs: Inputs, criterion: str, picture: Picture | None
    ) -> tuple[Curve, ...]:
        """Return the student's curves over the wanted ones, none where either cannot be had."""
        if picture is None:
            return ()
        try:
            wanted = self.oracle.wanted(f"{criterion}{PICTURE}", picture.play, inputs)
            seen = picture.play(student, inputs.again())
            curves = tuple(
                Curve.of(picture.title, name, seen[name], wanted[name]) for name in wanted if name in seen
            )
        except (StudentFault, Unknown, ValueError, TypeError, RuntimeError):
            return ()  # a picture is a help; without one the sentences stand alone
        self.curves[criterion] = curves
        return curves

    def miss(
        self,
        criterion: str,
        misconception: str,
        detail: str = "",
        curves: tuple[Curve, ...] = (),
        hint: str = "",
    ) -> None:
        """Note a finding.

        Args:
            criterion: what was tested.
            misconception: id of the misconception recognised.
            detail: numbers that help, e.g. "slope at logit −6: yours −0.0025, wanted −0.9975".
            curves: for a small picture.
            hint: in place of the misconception's own, where more is known.

        Raises:
            KeyError: if nobody has declared this misconception.
        """
        known = self._known[misconception]
        key = (criterion, misconception)
        if key not in self._findings:
            message = f"{known.says} ({detail})" if detail else known.says
            # One misconception costs its share once, however many criteria show it.
            charged = any(m == misconception for _, m in self._findings)
            lost = 0.0 if charged else known.share * self._points
            self._findings[key] = Finding(criterion, lost, misconception, message, hint or known.hint, curves)

    def require(self, holds: bool, criterion: str, misconception: str, detail: str = "") -> bool:
        """Note that a criterion held, or the finding that it did not; return which."""
        if holds:
            self.passed(criterion)
        else:
            self.miss(criterion, misconception, detail)
        return holds

    def insist(self, holds: bool, criterion: str, misconception: str, detail: str = "") -> None:
        """Like :meth:`require`, but nothing after it makes sense when it does not hold.

        Raises:
            GiveUp: if it does not hold.
        """
        if not self.require(holds, criterion, misconception, detail):
            raise GiveUp

    def fault(self, fault: StudentFault) -> None:
        """Note that student code raised or was stopped."""
        name, detail = _explain(fault)
        advice = advice_on(fault.type_name, fault.message) if name == "raises" else ""
        self.miss("runs", name, detail, hint=advice)

    def has_findings(self) -> bool:
        """Whether anything was found wrong."""
        return bool(self._findings)

    def findings(self) -> tuple[Finding, ...]:
        """Everything found, in order."""
        return tuple(self._findings.values())

    def criteria_passed(self) -> tuple[str, ...]:
        """Criteria that held on every seed."""
        failed = {criterion for criterion, _ in self._findings}
        return tuple(c for c in self._passed if c not in failed)

    def points(self) -> float:
        """Points left after what was found; none where nothing at all was right."""
        if self._findings and not self._has_evidence():
            return 0.0
        return self._left()

    def nothing_left(self) -> bool:
        """Whether the mistakes found so far cost every point, whatever else is played."""
        return self._left() == 0

    def _left(self) -> float:
        lost = sum(f.points_lost for f in self._findings.values())
        return round(max(0.0, self._points - lost), 2)

    def _has_evidence(self) -> bool:
        """Whether a criterion held that a value of the right form alone does not meet, or a mistake is known.

        A known mistake that costs a share is one that leaves something right.
        """
        return self._recognised or any(
            not FORM_ALONE.match(criterion) for criterion in self.criteria_passed()
        )


def _explain(fault: StudentFault) -> tuple[str, str]:
    if fault.kind == "timeout":
        return "too_slow", fault.message
    if fault.kind in {"memory", "died"}:
        return "stopped", fault.message
    if fault.kind == "undefined":
        return "not_defined", fault.message
    if fault.kind == "wire":
        return "wrong_type", fault.message
    if fault.type_name == "ReadyMadeError":
        return "ready_made", fault.message
    # The stub raises without a word; torch's own NotImplementedError says what it lacks.
    if fault.type_name == "NotImplementedError" and not fault.message:
        return "not_written", ""
    where = f"; line {fault.line}: {fault.source}" if fault.line else ""
    given = f"; it was given {fault.given}" if fault.given else ""
    return "raises", f"{fault.type_name}: {fault.message}{where}{given}"
