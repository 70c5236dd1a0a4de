"""Probes of the two shape formulas (Dumoulin and Visin 2016, relations 6 and 13)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import as_float, type_text
from gan_grading.probes.probe import Duel, Experiment, Observation, Probe, Rival, misconceptions_of

PADDING_ONCE = Misconception(
    "padding_once",
    "The padding is counted on one side only.",
    "`padding` rows of zeros are added at the top and as many at the bottom.",
)
PADDING_IGNORED = Misconception(
    "padding_ignored",
    "The padding does not enter your formula as it should.",
    "Draw one row of pixels and write the zeros beside it. How long is the row the kernel slides over?",
)
OFF_BY_ONE = Misconception(
    "off_by_one",
    "Your size is one too small or one too large.",
    "Count places, not steps: a kernel that cannot move at all still has one place.",
)
STRIDE_IGNORED = Misconception(
    "stride_ignored",
    "The stride does not enter your formula as it should.",
    "Every move of the kernel covers `stride` pixels. How many moves fit?",
)
KERNEL_IGNORED = Misconception(
    "kernel_ignored",
    "The kernel's size does not enter your formula as it should.",
    "Where does the kernel's far edge lie when the kernel stands at its first place?",
)
ROUNDS_UP = Misconception(
    "rounds_up",
    "Where the last move does not fit, your formula counts it all the same.",
    "A kernel that would hang over the edge is not placed: pixels that are left over are dropped.",
)
NOT_ROUNDED = Misconception(
    "not_rounded",
    "Your formula gives a fraction of a pixel, or a float, where a whole number is asked for.",
    "A size counts pixels: use whole-number division, and return an int.",
    share=0.5,
)
DIVIDES_TOO_EARLY = Misconception(
    "divides_too_early",
    "You divide by the stride before everything is added up.",
    "The kernel slides over the padded row: first find how far it can move, then divide.",
)
WRONG_DIRECTION = Misconception(
    "wrong_direction",
    "This is the formula of the other layer.",
    "A convolution with stride 2 makes pictures smaller, a transposed one makes them larger.",
)
PADDING_ADDED = Misconception(
    "padding_added",
    "The padding makes your output larger.",
    "In a transposed convolution padding is cut away from the result: it undoes what padding added.",
)

Formula = Callable[[int, int, int, int], Any]


def conv_size(n: int, kernel: int, stride: int, padding: int) -> int:
    """Places of a kernel that slides over a padded row."""
    return (n + 2 * padding - kernel) // stride + 1


def transposed_size(n: int, kernel: int, stride: int, padding: int) -> int:
    """Pixels that a transposed convolution covers, less the padding cut away."""
    return (n - 1) * stride - 2 * padding + kernel


def _cases(dice: Dice) -> list[tuple[int, int, int, int]]:
    """Layers of all kinds; the first ones by hand, because each shows a mistake of its own."""
    listed = [(16, 4, 2, 1), (28, 4, 2, 1), (7, 7, 1, 0), (27, 3, 2, 1), (8, 3, 1, 1), (30, 5, 3, 2)]
    for _ in range(12):
        kernel = dice.integer(2, 7)
        listed.append((dice.integer(9, 64), kernel, dice.integer(1, 5), dice.integer(0, kernel - 1)))
    return listed


def _play(name: str) -> Experiment:
    def play(student: Student, dice: Dice) -> Observation:
        answers = [student.call(name, *case).value for case in _cases(dice)]
        numbers = [as_float(a) for a in answers]
        return {"sizes": [a if n is None else n for a, n in zip(answers, numbers, strict=True)]}

    return play


def _probe(name: str, right: Formula, rivals: tuple[Rival, ...]) -> Probe:
    def measure(student: Student) -> str:
        mine = as_float(student.call(name, 13, 5, 2, 1).value)
        wanted = right(13, 5, 2, 1)
        return (
            ""
            if mine is None
            else f"13 pixels, kernel 5, stride 2, padding 1: yours {mine:g}, wanted {wanted}"
        )

    def judge(student: Student, dice: Dice, sheet: Sheet) -> None:
        value = student.call(name, 12, 4, 2, 1).value
        number = as_float(value)
        sheet.insist(number is not None, "returns a number", "wrong_type", f"returned {type_text(value)}")
        Duel(name, "the size", _play(name), right, rivals, measure).judge(student, dice, sheet)
        # A NumPy integer or a tensor of an integer type can be a size; 8.0 cannot.
        value = student.call(name, 12, 4, 2, 1).value
        kind = getattr(value, "tensor", value)
        dtype = getattr(kind, "dtype", None)
        whole = not dtype.is_floating_point if dtype is not None else isinstance(kind, int)
        sheet.require(whole, "returns a whole number", "not_rounded", f"returned {type_text(value)}")

    known = {m.id: m for m in misconceptions_of(rivals)}
    return Probe(name, judge, tuple({**known, NOT_ROUNDED.id: NOT_ROUNDED}.values()))


CONV_RIVALS = tuple(
    Rival(m, f)
    for m, f in (
        (NOT_ROUNDED, lambda n, kernel, stride, padding: (n + 2 * padding - kernel) / stride + 1),
        (ROUNDS_UP, lambda n, kernel, stride, padding: -(-(n + 2 * padding - kernel) // stride) + 1),
        (ROUNDS_UP, lambda n, kernel, stride, padding: round((n + 2 * padding - kernel) / stride) + 1),
        (ROUNDS_UP, lambda n, kernel, stride, padding: (n + 2 * padding) // stride - kernel // stride + 1),
        (PADDING_ONCE, lambda n, kernel, stride, padding: (n + padding - kernel) // stride + 1),
        (PADDING_IGNORED, lambda n, kernel, stride, padding: (n - kernel) // stride + 1),
        (PADDING_IGNORED, lambda n, kernel, stride, padding: (n - 2 * padding - kernel) // stride + 1),
        (PADDING_IGNORED, lambda n, kernel, stride, padding: (n - kernel) // stride + 1 + 2 * padding),
        (PADDING_IGNORED, lambda n, kernel, stride, padding: (n + padding**2 - kernel) // stride + 1),
        (OFF_BY_ONE, lambda n, kernel, stride, padding: (n + 2 * padding - kernel) // stride),
        (OFF_BY_ONE, lambda n, kernel, stride, padding: (n + 2 * padding - kernel) // stride + 2),
        (OFF_BY_ONE, lambda n, kernel, stride, padding: (n + 2 * padding - kernel + 1) // stride + 1),
        (OFF_BY_ONE, lambda n, kernel, stride, padding: (n + 2 * padding - kernel - 1) // stride + 1),
        (OFF_BY_ONE, lambda n, kernel, stride, padding: (n + 2 * padding - kernel + 1) // stride),
        (STRIDE_IGNORED, lambda n, kernel, stride, padding: n + 2 * padding - kernel + 1),
        (STRIDE_IGNORED, lambda n, kernel, stride, padding: (n + 2 * padding - kernel) // 2 + 1),
        (
            STRIDE_IGNORED,
            lambda n, kernel, stride, padding: (n + 2 * padding - kernel + stride - 1) // stride,
        ),
        (STRIDE_IGNORED, lambda n, kernel, stride, padding: n + 2 * padding - kernel - stride + 1),
        (STRIDE_IGNORED, lambda n, kernel, stride, padding: n // stride),
        (STRIDE_IGNORED, lambda n, kernel, stride, padding: -(-n // stride)),
        (KERNEL_IGNORED, lambda n, kernel, stride, padding: (n + 2 * padding) // stride),
        (KERNEL_IGNORED, lambda n, kernel, stride, padding: (n + 2 * padding) // stride + 1),
        (KERNEL_IGNORED, lambda n, kernel, stride, padding: (n + 2 * padding + kernel) // stride + 1),
        (KERNEL_IGNORED, lambda n, kernel, stride, padding: (n + 2 * padding - 4) // stride + 1),
        (KERNEL_IGNORED, lambda n, kernel, stride, padding: (n + 2 * padding - kernel // 2) // stride + 1),
        (DIVIDES_TOO_EARLY, lambda n, kernel, stride, padding: n // stride + 2 * padding - kernel + 1),
        (DIVIDES_TOO_EARLY, lambda n, kernel, stride, padding: n + 2 * padding - kernel // stride + 1),
        (DIVIDES_TOO_EARLY, lambda n, kernel, stride, padding: n + (2 * padding - kernel) // stride + 1),
        (DIVIDES_TOO_EARLY, lambda n, kernel, stride, padding: (n + 2 * padding) // stride - kernel + 1),
        (WRONG_DIRECTION, transposed_size),
    )
)

TRANSPOSED_RIVALS = tuple(
    Rival(m, f)
    for m, f in (
        (PADDING_ADDED, lambda n, kernel, stride, padding: (n - 1) * stride + 2 * padding + kernel),
        (PADDING_ADDED, lambda n, kernel, stride, padding: (n - 1) * stride + padding + kernel),
        (PADDING_ONCE, lambda n, kernel, stride, padding: (n - 1) * stride - padding + kernel),
        (PADDING_IGNORED, lambda n, kernel, stride, padding: (n - 1) * stride + kernel),
        (PADDING_IGNORED, lambda n, kernel, stride, padding: (n - 1) * stride - 2 + kernel),
        (PADDING_IGNORED, lambda n, kernel, stride, padding: (n - 1) * stride - padding**2 + kernel),
        (PADDING_IGNORED, lambda n, kernel, stride, padding: (n - 1 - 2 * padding) * stride + kernel),
        (OFF_BY_ONE, lambda n, kernel, stride, padding: n * stride - 2 * padding + kernel),
        (OFF_BY_ONE, lambda n, kernel, stride, padding: (n - 1) * stride - 2 * padding + kernel + 1),
        (OFF_BY_ONE, lambda n, kernel, stride, padding: (n - 1) * stride - 2 * padding + kernel - 1),
        (OFF_BY_ONE, lambda n, kernel, stride, padding: (n + 1) * stride - 2 * padding + kernel),
        (OFF_BY_ONE, lambda n, kernel, stride, padding: n * stride - 2 * padding + kernel - 1),
        (STRIDE_IGNORED, lambda n, kernel, stride, padding: n - 1 - 2 * padding + kernel),
        (STRIDE_IGNORED, lambda n, kernel, stride, padding: (n - 1) * 2 - 2 * padding + kernel),
        (STRIDE_IGNORED, lambda n, kernel, stride, padding: n * stride),
        (STRIDE_IGNORED, lambda n, kernel, stride, padding: n - stride - 2 * padding + kernel),
        (STRIDE_IGNORED, lambda n, kernel, stride, padding: (n - 1) // stride - 2 * padding + kernel),
        (STRIDE_IGNORED, lambda n, kernel, stride, padding: 2 * n),
        (KERNEL_IGNORED, lambda n, kernel, stride, padding: (n - 1) * stride - 2 * padding),
        (KERNEL_IGNORED, lambda n, kernel, stride, padding: (n - 1) * stride - 2 * padding + 1),
        (KERNEL_IGNORED, lambda n, kernel, stride, padding: (n - 1) * stride - 2 * padding - kernel),
        (KERNEL_IGNORED, lambda n, kernel, stride, padding: (n - 1) * stride - 2 * padding + 4),
        (KERNEL_IGNORED, lambda n, kernel, stride, padding: n * stride - 2 * padding + 2),
        (KERNEL_IGNORED, lambda n, kernel, stride, padding: n * stride - 2 * padding),
        (KERNEL_IGNORED, lambda n, kernel, stride, padding: (n - 1) * stride + 2 * padding - kernel),
        (KERNEL_IGNORED, lambda n, kernel, stride, padding: (n - 1) * (stride + kernel) - 2 * padding),
        (WRONG_DIRECTION, conv_size),
        (WRONG_DIRECTION, lambda n, kernel, stride, padding: (n + 2 * padding - kernel) * stride + 1),
        (WRONG_DIRECTION, lambda n, kernel, stride, padding: (n + 2 * padding - kernel) // stride - 1),
    )
)

PROBES = (
    _probe("conv_size", conv_size, CONV_RIVALS),
    _probe("transposed_size", transposed_size, TRANSPOSED_RIVALS),
)
