"""How long the hints at similar submissions take: 1,000 submissions of 14 exercises, no two texts the same.

Texts are answers of the bank, each with lines of its own, so that every pair has to be compared.
"""

from __future__ import annotations

import json
import random
import time
from dataclasses import replace

from gan_grading.course import find_course
from gan_grading.reports.grades import ClassGrades, StudentGrades
from gan_grading.reports.similar import find_similar
from gan_grading.selfcheck.bank import read_bank

STUDENTS, EXERCISES = 1000, 14


def measure() -> dict[str, float]:
    """Compare one class, and return seconds."""
    course, chance = find_course(), random.Random(1)
    banks = course.root / "tests" / "banks"
    texts, exercises = [], []
    for assignment in course.assignments:
        exercises += [each for each in assignment.exercises if each.kind == "code"]
        texts += [a.source for a in read_bank(banks, assignment.name, [e.id for e in assignment.exercises])]
    chosen = [replace(each, id=f"exercise_{number}") for number, each in enumerate(exercises[:EXERCISES])]
    given = replace(course.assignments[0])
    given.__dict__["exercises"] = tuple(chosen)
    students = tuple(
        StudentGrades(f"s{number}", (), {each.id: _unlike(chance.choice(texts), chance) for each in chosen})
        for number in range(STUDENTS)
    )
    letters = sum(len(text) for each in students for text in each.answers.values()) / STUDENTS / EXERCISES
    began, cpu = time.perf_counter(), time.process_time()
    find_similar(ClassGrades("class", {}, students), given)
    return {
        "students": STUDENTS,
        "exercises": EXERCISES,
        "letters_per_answer": round(letters),
        "seconds": round(time.perf_counter() - began, 1),
        "cpu_seconds": round(time.process_time() - cpu, 1),
    }


def _unlike(text: str, chance: random.Random) -> str:
    lines = [f"value = {chance.random()} * other_{chance.randrange(1000)}" for _ in range(3)]
    return "\n".join([text, *lines])


if __name__ == "__main__":
    print(json.dumps(measure(), indent=1))
