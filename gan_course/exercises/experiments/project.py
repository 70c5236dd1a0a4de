"""A recipe that trains a generator: it is rerun on data nobody has seen, and its samples are measured.

No right answer is needed: the four figures of :mod:`gan_course.project.measures` and their thresholds decide,
and both are public. What the library has ready may be used: the subject is what is made of it.
"""

from __future__ import annotations

import torch
from torch import Tensor

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.student.handle import Ref, Student
from gan_course.exercises.values import type_text
from gan_course.project.measures import SAMPLES, THRESHOLDS, Figures, figures
from gan_course.project.variants import PUBLIC_VARIANT, Variant, variant

VERSION = 1
PLAYS = 1  # a training takes seconds
BUDGET_S, PATIENCE = 20.0, 1.5  # of one core; a grader's may be slower than the student's

COVERAGE, QUALITY, DIVERSITY, COPIES = "coverage", "quality", "diversity", "no memorisation"
FORM, SHAPES, FRESH, TIME = "returns a sampler", "shapes", "fresh samples", "time"
NEAR, FAR = 0.3, 0.5  # shares of good samples: less than the one is noise; the other tells what is wrong

NO_SAMPLER = Misconception(
    "no_sampler",
    "train does not return a function that draws samples.",
    "Return the function itself: define sample(n) inside of train, and end with `return sample`, without brackets.",
)
WRONG_SHAPE = Misconception(
    "wrong_shape",
    "sample(n) does not return n rows of two numbers.",
    "sample(7) has to be a tensor of shape (7, 2), and sample(1) one of shape (1, 2).",
)
SAME_AGAIN = Misconception(
    "same_again",
    "Two calls of sample give the same rows.",
    "Each call needs noise of its own. Is the noise drawn, or a seed set, inside of sample or once before it?",
)
CONSTANT = Misconception(
    "constant",
    "All samples are one and the same point.",
    "Does the noise reach the generator? Does it matter there: or has one layer learned to ignore it?",
)
NOT_SCALED_BACK = Misconception(
    "not_scaled_back",
    "The samples lie on the scale that you trained on, not on that of the data.",
    "What was subtracted and divided before training has to be undone in sample, in the other order.",
    share=0.75,
)
NOISE = Misconception(
    "like_noise",
    "Most samples lie nowhere near the data, so the other figures mean nothing.",
    "Was the generator trained at all, and for long enough? Does the recipe use numbers that fit the public "
    "variant alone, such as a fixed centre or scale?",
)
COPIER = Misconception(
    "memorises",
    "The samples are copies of the rows it was trained on, or nearly, so the other figures mean nothing.",
    "A generator starts from noise. How does it come to know single rows of the training set?",
)
COLLAPSED = Misconception(
    "collapsed",
    "At most half of the modes get a third of the samples that are due to them: the generator has collapsed.",
    "Which remedies did you meet in assignment 04, section 7? Look at D, too: can it follow G?",
    share=0.5,
)
MODES_MISSING = Misconception(
    "modes_missing",
    "Some modes get less than a third of the samples that are due to them.",
    "Draw the samples of several seeds over the data. Is it always the lightest mode, or another one each time?",
    share=0.25,
)
BLURRY = Misconception(
    "blurry",
    "Too many samples lie between the modes or around them.",
    "Which two things kept the last steps from trembling in assignment 04? How does this figure move with more steps?",
    share=0.25,
)
LOW_VARIETY = Misconception(
    "low_variety",
    "Real rows lie outside of what the samples reach: within its modes the generator repeats itself.",
    "Compare the spread of the samples in one mode with that of the data. How many numbers of noise are there?",
    share=0.25,
)
OVER_BUDGET = Misconception(
    "over_budget",
    f"The training takes more than the {BUDGET_S:.0f} seconds of one processor core that it may.",
    "Fewer steps, smaller networks, a penalty on every fourth step: which of them costs you the least quality?",
    share=0.25,
)
MISCONCEPTIONS = (
    NO_SAMPLER,
    WRONG_SHAPE,
    SAME_AGAIN,
    CONSTANT,
    NOT_SCALED_BACK,
    NOISE,
    COPIER,
    COLLAPSED,
    MODES_MISSING,
    BLURRY,
    LOW_VARIETY,
    OVER_BUDGET,
)


def play(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Let the recipe train on a variant, draw samples, and measure them.

    Args:
        student: the handle on the answer.
        inputs: name the variant: the public one, or one that follows from a hidden seed.
        findings: where to note.
        exercise: name of the function ``train(real, seed)``.
    """
    data = variant(PUBLIC_VARIANT if inputs.public else inputs.seed_for())
    seed = inputs.integer(1, 10_000)
    began = student.processor_seconds()
    sampler = student.call(exercise, data.real, seed, seed=seed, ready_made=True).value
    took = student.processor_seconds() - began
    drawable = isinstance(sampler, Ref) and sampler.kind in ("callable", "module")
    findings.insist(drawable, FORM, "no_sampler", f"it returned {type_text(sampler)}")
    for n in (1, 7):
        _draw(student, findings, sampler, n)
    samples = torch.cat([_draw(student, findings, sampler, SAMPLES // 2) for _ in range(2)])
    _judge_fresh(findings, samples)
    if findings.judges:
        _judge_figures(findings, samples, data)
        in_time = took <= PATIENCE * BUDGET_S
        findings.require(in_time, TIME, "over_budget", f"it took {took:.0f} s here")


def _draw(student: Student, findings: Findings, sampler: Ref, n: int) -> Tensor:
    value = student.call(sampler, n, ready_made=True).value
    findings.insist(isinstance(value, Tensor), SHAPES, "wrong_shape", f"sample({n}) is {type_text(value)}")
    fits = tuple(value.shape) == (n, 2) and value.is_floating_point()
    seen = f"sample({n}) has shape {tuple(value.shape)} and numbers of type {value.dtype}"
    findings.insist(fits, SHAPES, "wrong_shape", seen.replace("torch.", ""))
    findings.insist(bool(torch.isfinite(value).all()), SHAPES, "not_finite")
    rows: Tensor = value.float()
    return rows


def _judge_fresh(findings: Findings, samples: Tensor) -> None:
    first, second = samples.chunk(2)
    spread = float(samples.std(dim=0).max())
    findings.insist(spread > 1e-3, FRESH, "constant", f"their standard deviation is {spread:.1g}")
    findings.insist(not torch.equal(first, second), FRESH, "same_again")


def _judge_figures(findings: Findings, samples: Tensor, data: Variant) -> None:
    found = figures(samples, data)
    if found.quality < NEAR:
        back = figures(samples * data.real.std(dim=0) + data.real.mean(dim=0), data)
        findings.insist(back.quality < FAR, QUALITY, "not_scaled_back", _seen(found))
        findings.insist(False, QUALITY, "like_noise", _seen(found))
    passes = found.passes
    findings.insist(not found.memorised, COPIES, "memorises", _seen(found))
    missing = "collapsed" if found.reached <= found.modes / 2 else "modes_missing"
    findings.require(passes["coverage"], COVERAGE, missing, _seen(found))
    findings.require(passes["quality"], QUALITY, "blurry", _seen(found))
    findings.require(passes["diversity"], DIVERSITY, "low_variety", _seen(found))


def _seen(found: Figures) -> str:
    return (
        f"measured: {found}; wanted: all {found.modes} modes, quality at least {THRESHOLDS['quality']:.0%}, "
        f"diversity at least {THRESHOLDS['diversity']:.0%}, copies at most {THRESHOLDS['copies']:.0%}"
    )
