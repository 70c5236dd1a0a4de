"""A code of zeros and ones, one row a sample: of a class (one-hot), or of the words of a caption (a bag of words)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.oracle import Observation, Play
from gan_course.exercises.student.handle import Student, StudentFault
from gan_course.exercises.values import MODIFIES_INPUTS, insist_tensor, judge_inputs_kept

VERSION = 1
NOT_FLOAT = Misconception(
    "not_float",
    "The rows are right, but they are not floating-point numbers.",
    "nn.Linear multiplies by floats and refuses integers and booleans. Convert what you return.",
    share=0.5,
)
UNKNOWN_WORD = Misconception(
    "unknown_word",
    "A word that is not in the vocabulary stops your code, or sets a 1.",
    "Captions may say things nobody trained for. Leave such words out.",
    share=0.5,
)
WORD_NUMBERS = Misconception(
    "word_numbers",
    "You return the numbers of the words, not a row of zeros and ones.",
    "One column for each word of the vocabulary: 1 where the caption says it.",
)
CHANGES_LISTS = Misconception(
    "changes_lists",
    "Your code changes the lists it was given.",
    "Whoever calls the function still needs its captions and its vocabulary. sort(), append() and list[i] = ... work in place: make a new list.",
    share=0.5,
)
MISCONCEPTIONS = (NOT_FLOAT, UNKNOWN_WORD, WORD_NUMBERS, CHANGES_LISTS, MODIFIES_INPUTS)

WORDS = ("bold", "tall", "tiny", "broad", "old", "all", "1", "11", "4", "14", "loop", "open", "bent", "flat")
STRANGERS = ("the", "digit", "very", "please")
Case = tuple[str, tuple[Any, Any]]  # what a student reads of it, and the arguments


def play(student: Student, inputs: Inputs, findings: Findings, exercise: str, *, of: str) -> None:
    """Play an encoder of labels, or of captions.

    Args:
        student: the handle on the answer.
        inputs: for labels or captions.
        findings: where to note.
        exercise: name of the function.
        of: ``"labels"`` for a function of (labels, classes), ``"captions"`` for one of (captions, vocabulary).
    """
    cases = _labels if of == "labels" else _captions
    asked = _asked(exercise, cases)
    plain = cases(inputs.again())[0][1]
    criterion = "a row for each label" if of == "labels" else "a 1 for each word that occurs"
    try:
        value = student.call(exercise, *plain).value
    except StudentFault as fault:
        if fault.kind == "raised" and of == "labels":
            findings.compare(student, inputs, criterion, asked)  # a known mistake may raise as this does
        raise
    rows = insist_tensor(findings, value, "returns a tensor")
    if of == "captions":
        _judge_words(student, findings, exercise, rows)
    findings.passed("returns a tensor")
    findings.compare(student, inputs, criterion, asked)
    findings.require(rows.is_floating_point(), "floating-point numbers", "not_float")
    if of == "labels":
        # The second case has no label of the last class: labels that are moved in place still are classes.
        judge_inputs_kept(student, findings, exercise, *cases(inputs.again())[1][1])
    else:
        _judge_lists_kept(student, findings, exercise, inputs.again())


def _asked(exercise: str, cases: Any) -> Play:
    def play(student: Student, inputs: Inputs) -> Observation:
        seen: dict[str, Any] = {}
        as_asked = True
        for name, (samples, of) in cases(inputs):
            try:
                seen[name] = student.call(exercise, samples, of).value
            except StudentFault as fault:
                if as_asked or fault.kind != "raised":
                    raise
                break  # something of another shape was seen before, and says more than this error
            wanted = (len(samples), of if isinstance(of, int) else len(of))
            fits = isinstance(seen[name], torch.Tensor) and seen[name].shape == wanted
            if fits and isinstance(samples, list):
                seen[name] = {
                    f"caption {i + 1} {caption!r}": seen[name][i] for i, caption in enumerate(samples)
                }
            as_asked &= fits
        return seen

    return play


# ---- labels -----------------------------------------------------------------------------------


def _labels(inputs: Inputs) -> list[Case]:
    """Batches of labels, and numbers of classes."""
    classes = inputs.integer(4, inputs.count(9, 5))
    # As many labels as classes, so that a transposed answer has the right shape and the wrong numbers;
    # then batches without the last class, a single label, a single class, and more classes than ten.
    square = [inputs.integer(0, classes - 2) for _ in range(classes)]
    square[inputs.integer(0, classes - 1)] = 0
    cases = [([2, 0], 3), (square, classes), ([inputs.integer(0, classes - 2)], classes), ([0, 0], 1)]
    sizes = ((inputs.count(33, 5), 9), (inputs.count(20, 3), 13), (3, inputs.count(300, 17)))
    cases += [([inputs.integer(0, n - 1) for _ in range(rows)], n) for rows, n in sizes]
    cases += [([classes - 1, 0, 1], classes)]
    return [(_label_text(labels, n), (torch.tensor(labels), n)) for labels, n in cases]


def _label_text(labels: list[int], classes: int) -> str:
    what = f"labels {labels}" if len(labels) < 6 else f"{len(labels)} labels"
    return f"{what} of {classes} class{'es' * (classes > 1)}"


# ---- captions ---------------------------------------------------------------------------------


def _captions(inputs: Inputs) -> list[Case]:
    """Lists of captions, and vocabularies."""
    given = [(["7 thick"], ["thin", "thick", "7"])]
    for size, strangers in ((inputs.count(14, 6), ()), (inputs.count(11, 5), STRANGERS)):
        vocabulary = _shuffled(inputs, WORDS)[:size]
        # A word inside another one: whoever looks for letters finds "old" in "bold".
        vocabulary = ["bold", "old", *(w for w in vocabulary if w not in ("bold", "old"))]
        vocabulary = _shuffled(inputs, vocabulary)
        given.append((_sentences(inputs, vocabulary, strangers), vocabulary))
    # As many captions as words; a single one with several spaces; a vocabulary of one word.
    words = _shuffled(inputs, WORDS)[:4]
    four = [f"{words[0]} {words[2]}", words[3], words[0], words[1]]
    given += [(four, words), ([f" {words[1]}   {words[0]}"], words), ([words[0].upper()], words[:1])]
    return [(f"vocabulary {' '.join(words)}", (texts, words)) for texts, words in given]


def _shuffled(inputs: Inputs, words: Sequence[str]) -> list[str]:
    return [words[i] for i in inputs.uniform(len(words)).argsort().tolist()]


def _sentences(inputs: Inputs, vocabulary: Sequence[str], strangers: Sequence[str]) -> list[str]:
    """Captions of several lengths: in any order, with capitals, repeated and unknown words."""
    captions = []
    for length in (3, 1, 4, 2, 3):
        words = _shuffled(inputs, vocabulary)[:length]
        words += [words[0]] if length == 4 else []
        words += [inputs.choice(strangers)] if strangers and length < 3 else []
        words = _shuffled(inputs, words)
        captions.append(" ".join(w.upper() if length == 3 and i == 0 else w for i, w in enumerate(words)))
    return [*captions, "bold", "OLD Bold", *([""] if strangers else [])]


def _judge_words(student: Student, findings: Findings, exercise: str, rows: torch.Tensor) -> None:
    """Insist on zeros and ones, and that unknown words do not stop an answer that works without them."""
    columns = rows.ndim == 2 and rows.shape[1] == 3
    numbers = rows.numel() in (2, 3) and rows.tolist() not in ([[0, 1, 1]], [0, 1, 1])
    numbers &= bool((rows.double() == rows.double().round()).all()) and bool((rows > 1).any())
    findings.insist(columns or not numbers, "zeros and ones", "word_numbers")
    try:
        student.call(exercise, ["b please a", "nothing"], ["a", "b"])
    except StudentFault as fault:
        if fault.kind != "raised":
            raise
        findings.insist(False, "unknown words", "unknown_word", f"{fault.type_name}: {fault.message}")


def _judge_lists_kept(student: Student, findings: Findings, exercise: str, inputs: Inputs) -> None:
    """Require that lists are left as they were, and that a second call gives the same."""
    given = _captions(inputs)[2][1]
    seen = student.twice(exercise, *given)
    kept = seen.after == [list(given[0]), list(given[1])]
    if findings.require(kept, "leaves its arguments alone", "changes_lists"):
        both = isinstance(seen.first, torch.Tensor) and isinstance(seen.second, torch.Tensor)
        again = both and torch.equal(seen.first, seen.second)
        findings.require(again, "the same again in a second call", "not_repeatable")
