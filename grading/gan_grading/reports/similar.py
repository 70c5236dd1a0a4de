"""Hints at submissions whose answers are nearly the same text: a reason to read both, and no more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from rapidfuzz import fuzz, process

from gan_grading.course import Assignment
from gan_grading.exercise import Exercise
from gan_grading.reports.grades import ClassGrades
from gan_grading.reports.normal_form import normal_form

ALIKE = 92  # percent of letters in the same order, by which two answers are nearly the same
TELLING = 120  # letters of a normal form; a shorter answer has too few ways to be written
LONG = 400  # letters by which one answer alone is a hint
COMMON_SHARE, COMMON = 0.1, 5  # an answer that more of a class has is the usual one
WARNING = """\
These answers are nearly the same text once names, comments and the order of lines are left out. That proves
nothing: good answers to a small task are alike, and students may share a source or work together where that
is allowed. Nor does it find what was rewritten. Read both, and ask, before you think of anything."""


@dataclass(frozen=True)
class Group:
    """Submissions that hint at each other.

    Attributes:
        students: their ids.
        exercises: in which their answers are nearly the same, with the percent of the least alike pair.
    """

    students: tuple[str, ...]
    exercises: Mapping[str, int]

    def __str__(self) -> str:
        alike = ", ".join(f"{name} {percent} %" for name, percent in self.exercises.items())
        return f"{', '.join(self.students)}: {alike}"


@dataclass(frozen=True)
class Similar:
    """What a class's answers hint at.

    Attributes:
        groups: those with the most answers alike come first.
        usual: in which exercises how many students have an answer that much of the class has.
    """

    groups: tuple[Group, ...]
    usual: Mapping[str, int]


def find_similar(grades: ClassGrades, assignment: Assignment) -> Similar:
    """Compare a class's answers, exercise by exercise.

    Answers that are the released text, the solution or shorter than ``TELLING`` say nothing. Two submissions
    hint at each other where two answers, or one of ``LONG`` letters, are alike and not the usual ones.

    Args:
        grades: a class's, with its answers.
        assignment: the assignment.
    """
    answers = {each.student: each.answers for each in grades.handed_in}
    most = max(COMMON, round(COMMON_SHARE * len(answers)))
    pairs: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    lengths: dict[tuple[str, str], int] = defaultdict(int)
    usual: dict[str, int] = {}
    for exercise in assignment.exercises:
        forms = _telling_forms(exercise, {who: texts.get(exercise.id, "") for who, texts in answers.items()})
        for students in _alike(forms):
            if len(students) > most:
                usual[exercise.id] = usual.get(exercise.id, 0) + len(students)
                continue
            for pair in combinations(students, 2):
                pairs[pair][exercise.id] = int(fuzz.ratio(*(forms[each] for each in pair)))
                lengths[pair] = max(lengths[pair], len(forms[pair[0]]))
    kept = {pair: alike for pair, alike in pairs.items() if len(alike) > 1 or lengths[pair] >= LONG}
    groups = [_group(students, kept) for students in _joined(kept)]
    return Similar(tuple(sorted(groups, key=lambda g: (-len(g.exercises), g.students))), usual)


def _telling_forms(exercise: Exercise, answers: Mapping[str, str]) -> dict[str, str]:
    """Return the normal forms that could be a hint, by student."""
    is_code = exercise.cell_type == "code"
    given = [normal_form(text, is_code) for text in (exercise.stub, exercise.answer)]
    forms = {who: normal_form(text, is_code) for who, text in sorted(answers.items())}
    return {
        who: form
        for who, form in forms.items()
        if len(form) >= TELLING and max(fuzz.ratio(form, known) for known in given) < ALIKE
    }


def _alike(forms: Mapping[str, str]) -> Iterator[list[str]]:
    """Yield groups of students whose forms are nearly the same, directly or by way of others."""
    who: dict[str, list[str]] = defaultdict(list)
    for student, form in forms.items():
        who[form].append(student)
    texts = list(who)
    if not texts:
        return
    near = process.cdist(texts, texts, scorer=fuzz.ratio, score_cutoff=ALIKE, dtype=np.uint8)
    links = [(texts[i], texts[j]) for i, j in np.argwhere(np.triu(near)).tolist()]
    for group in _joined(links):
        students = sorted(student for text in group for student in who[text])
        if len(students) > 1:
            yield students


def _joined(links: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """Return what hangs together by links, in order."""
    above: dict[str, str] = {}

    def top(one: str) -> str:
        while above.setdefault(one, one) != one:
            above[one] = above[above[one]]
            one = above[one]
        return one

    for one, other in links:
        above[top(one)] = top(other)
    groups: dict[str, list[str]] = defaultdict(list)
    for one in sorted(above):
        groups[top(one)].append(one)
    return sorted(map(tuple, groups.values()))


def _group(students: Sequence[str], pairs: Mapping[tuple[str, str], Mapping[str, int]]) -> Group:
    alike: dict[str, int] = {}
    for pair in combinations(students, 2):
        for exercise, percent in pairs.get(pair, {}).items():
            alike[exercise] = min(percent, alike.get(exercise, percent))
    return Group(tuple(students), alike)
