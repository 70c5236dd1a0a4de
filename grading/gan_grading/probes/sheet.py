"""The sheet on which a probe notes what held and what it found."""

from __future__ import annotations

from collections.abc import Iterable

from gan_grading.probes.finding import Curve, Finding, Misconception
from gan_grading.student import StudentFault

# What can go wrong with any exercise. A probe's own misconceptions come before these.
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
        "unrecognised",
        "What came back is not what the formula of the exercise gives.",
        "Work the formula through by hand for a batch of two and compare with what your code returns.",
    ),
)


class GiveUp(Exception):
    """Raised by a probe that cannot go on after what it has found."""


class Sheet:
    """Collects criteria and findings of one exercise."""

    def __init__(self, misconceptions: Iterable[Misconception], points: float) -> None:
        self._known = {m.id: m for m in (*COMMON, *misconceptions)}
        self._points = points
        self._findings: dict[tuple[str, str], Finding] = {}
        self._passed: dict[str, None] = {}

    def passed(self, criterion: str) -> None:
        """Note that a criterion held."""
        self._passed[criterion] = None

    def miss(
        self, criterion: str, misconception: str, detail: str = "", curves: tuple[Curve, ...] = ()
    ) -> None:
        """Note a finding.

        Args:
            criterion: what was tested.
            misconception: id of the misconception recognised.
            detail: numbers that help, e.g. "slope at logit −6: yours −0.0025, wanted −0.9975".
            curves: for a small picture.

        Raises:
            KeyError: if the probe does not declare this misconception.
        """
        known = self._known[misconception]
        key = (criterion, misconception)
        if key not in self._findings:
            message = f"{known.says} ({detail})" if detail else known.says
            # One misconception costs its share once, however many criteria show it.
            charged = any(m == misconception for _, m in self._findings)
            lost = 0.0 if charged else known.share * self._points
            self._findings[key] = Finding(criterion, lost, misconception, message, known.hint, curves)

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
        self.miss("runs", name, detail)

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
        """Points left after what was found."""
        lost = sum(f.points_lost for f in self._findings.values())
        return round(max(0.0, self._points - lost), 2)


def _explain(fault: StudentFault) -> tuple[str, str]:
    if fault.kind == "timeout":
        return "too_slow", fault.message
    if fault.kind in {"memory", "died"}:
        return "stopped", fault.message
    if fault.kind == "wire":
        undefined = fault.message.endswith("is not defined")
        return ("not_defined" if undefined else "wrong_type"), fault.message
    # The stub raises without a word; torch's own NotImplementedError says what it lacks.
    if fault.type_name == "NotImplementedError" and not fault.message:
        return "not_written", ""
    where = f", line {fault.line}: {fault.source}" if fault.line else ""
    return "raises", f"{fault.type_name}: {fault.message}{where}"
