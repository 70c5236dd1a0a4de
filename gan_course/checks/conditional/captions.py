"""Check of the caption encoder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import torch
from torch import Tensor

from gan_course.checks.framework import Report, exercise_check, same_shape

_VOCABULARY = ("thin", "thick", "light", "slightly", "1", "7", "17")
_CASES = (
    ("thick 7", (1, 5), "Each word of the caption sets a 1 in the column of that word."),
    ("7 thick", (1, 5), "The order of the words in a caption does not matter."),
    ("slightly thin 1", (0, 3, 4), '"light" stands inside "slightly". Split the caption into words first.'),
    ("17", (6,), '"1" and "7" stand inside "17". Split the caption into words first, then compare words.'),
    ("Thick 1", (1, 4), "Capitals ask for the same picture. Bring the caption to lower case."),
    ("thin thin 7", (0, 5), "A word said twice counts once: the code says which words occur."),
    ("", (), "An empty caption says nothing: a row of zeros."),
)


@exercise_check
def encode_captions(report: Report, answer: Callable[..., Any]) -> None:
    """Check seven captions over seven words, then an unknown word."""
    captions = [caption for caption, _, _ in _CASES[:-1]]
    rows = report.call(answer, list(captions), list(_VOCABULARY))
    if isinstance(rows, Tensor) and tuple(rows.shape) == (7, 6):
        report.failed(
            "returned shape (7, 6), wanted (6, 7)", "A row for each caption, a column for each word."
        )
        return
    rows = same_shape(
        report, rows, [(6, 7)], "6 captions, 7 words: a row for each caption, a column for each word."
    )
    report.passed("6 captions and 7 words give 6 rows of 7 numbers")
    for row, (caption, places, teach) in zip(rows, _CASES, strict=False):
        if not _right(report, row, caption, places, teach):
            return
    empty = report.call(answer, ["", "7"], list(_VOCABULARY))
    empty = same_shape(report, empty, [(2, 7)], "An empty caption has a row too.")
    caption, places, teach = _CASES[-1]
    _right(report, empty[0], caption, places, teach)
    strange = report.call(answer, ["a very thick 7 please"], list(_VOCABULARY))
    strange = same_shape(report, strange, [(1, 7)], "One caption, one row.")
    teach = "Words that are not in the vocabulary are left out."
    _right(report, strange[0], "a very thick 7 please", (1, 5), teach)
    report.expect(
        rows.is_floating_point(),
        "holds floating-point numbers",
        f"holds numbers of type {str(rows.dtype).removeprefix('torch.')}, wanted floating-point ones",
        "The next thing that happens to these rows is nn.Linear, which multiplies by floats.",
    )


def _right(report: Report, row: Tensor, caption: str, places: Sequence[int], teach: str) -> bool:
    wanted = torch.zeros(len(_VOCABULARY), dtype=torch.float64)
    wanted[list(places)] = 1
    said = ", ".join(f'"{_VOCABULARY[i]}"' for i in places) or "nothing"
    yours = ", ".join(
        f'"{_VOCABULARY[i]}"' + ("" if float(row[i]) == 1 else f" = {float(row[i]):.2f}")
        for i in range(len(_VOCABULARY))
        if float(row[i]) != 0
    )
    return report.expect(
        torch.equal(row.detach().double(), wanted),
        f'"{caption}" says {said}',
        f'"{caption}": yours says {yours or "nothing"}, wanted {said}',
        teach,
    )
