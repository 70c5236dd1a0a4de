"""Where the walk of an attack begins: in the box, anywhere in it, elsewhere each time. Part of ``attack_walk``."""

from __future__ import annotations

from typing import Any

import torch

from gan_course.exercises.classifiers import COLUMNS, ROWS, Classifier, labels
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.student.handle import Student

NO_START = Misconception(
    "no_random_start",
    "The walk begins at x itself.",
    "At x the slope may be misleading, and every restart would repeat the first. Begin at a random point of the box.",
    share=0.5,
)
START_OUTSIDE = Misconception(
    "start_outside",
    "The walk begins outside the box, or outside the range of pixels.",
    "The noise lies between −ε and ε, and x plus noise is projected before the first step.",
    share=0.4,
)
NOT_UNIFORM = Misconception(
    "start_not_uniform",
    "The start is not drawn uniformly from the box.",
    "Every point of the box should be as likely: uniform numbers from −ε to ε, one for each pixel of each picture.",
    share=0.4,
)
SAME_START = Misconception(
    "same_start",
    "Two calls begin at the same point.",
    "A seed set inside the function makes every restart the same. Draw from torch's own random numbers.",
    share=0.4,
)
START_MISCONCEPTIONS = (NO_START, START_OUTSIDE, NOT_UNIFORM, SAME_START)
MANY = 100


def starts_of(events: list[dict[str, Any]], x: torch.Tensor) -> torch.Tensor:
    """Return, in order, what the model was shown besides x itself, one picture a row, (M, 1, 3, 4).

    Whoever walks picture by picture shows the starts one by one where a walk has one step.
    """
    shown = [event["input"] for event in events if event["who"] == "model"]
    size = x[0].numel()
    rows = [s.reshape(-1, *x.shape[1:]) for s in shown if s.numel() and s.numel() % size == 0]
    if not rows:
        return x[:0]
    together = torch.cat(rows).to(x.dtype)
    at_x = (together[:, None] == x[None]).flatten(2).all(dim=2).any(dim=1)
    return together[~at_x]


def judge_start(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Judge 1,200 pixels of the start; each bound lies more than six standard errors from what is right."""
    own = inputs.again()
    model, epsilon, y = Classifier.drawn(own), own.number(0.15, 0.25), labels(own, MANY)
    x = torch.full((MANY, 1, ROWS, COLUMNS), 0.5)

    def begun(x: torch.Tensor) -> torch.Tensor:
        student.tape()
        project = student.spy_project("project")
        student.call(exercise, model.spy(student), x, y, epsilon, epsilon / 10, 1, project)
        found = starts_of(student.tape(), x)[:MANY]
        return found if len(found) == MANY else x

    first, second = begun(x), begun(x)
    findings.insist(not torch.equal(first, x), "begins at a random point", "no_random_start")
    noise = (first - x) / epsilon
    findings.insist(bool((noise.abs() <= 1.001).all()), "begins in the box", "start_outside")
    rows = noise.flatten(1)
    shared = bool((rows == rows[:1]).all()) or bool((rows == rows[:, :1]).all())
    middle = float((noise.abs() < 0.5).float().mean())
    uniform = abs(float(noise.mean())) < 0.12 and 0.4 < middle < 0.6 and not shared
    findings.require(uniform, "begins anywhere in the box", "start_not_uniform")
    findings.require(not torch.equal(first, second), "begins elsewhere at each call", "same_start")
    edge = torch.where(own.uniform(*x.shape) < 0.5, 0.0, 1.0)
    start = begun(edge)
    inside = bool(((start >= -1e-6) & (start <= 1 + 1e-6)).all())
    findings.require(inside, "begins with a picture", "start_outside")
