"""Probe of the caption encoder: a bag of words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import torch

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Student, StudentFault
from gan_course.exercises.values import insist_tensor
from gan_grading.probes.probe import Duel, Observation, Probe, Rival, misconceptions_of

NAME = "encode_captions"
SUBSTRING = Misconception(
    "substring",
    "A word counts as said when its letters stand inside another word.",
    '"7" in "17" is True in Python. Split the caption into words first, then compare words.',
)
COUNTS = Misconception(
    "counts_words",
    "A word said twice counts twice.",
    "The code says which words occur: 1 or 0, however often.",
    share=0.5,
)
CASE = Misconception(
    "case_matters",
    "A word in capitals is not recognised.",
    '"Thick 7" and "thick 7" ask for the same picture. Bring both to lower case.',
    share=0.5,
)
ORDER = Misconception(
    "other_order",
    "The columns do not follow the order of the vocabulary.",
    "Column j belongs to vocabulary[j], in the order in which the words are given.",
)
ONE_WORD = Misconception(
    "one_word_only",
    "Only one word of each caption is encoded.",
    "A caption says several things; each of its words sets a 1.",
)
OFF_BY_ONE = Misconception(
    "off_by_one",
    "The ones stand one column beside their words.",
    "Columns count from 0, as the positions in the vocabulary do.",
)
INDICES = Misconception(
    "word_numbers",
    "You return the numbers of the words, not a row of zeros and ones.",
    "One column for each word of the vocabulary: 1 where the caption says it.",
)
SCALED = Misconception(
    "divided_by_length",
    "Your ones are divided by the number of words, or the row by its length.",
    "A caption with fewer words is not a louder one: each word that occurs gives 1.",
    share=0.5,
)
WRONG_AXIS = Misconception(
    "wrong_axis",
    "Captions run along the columns, words along the rows.",
    "Row i belongs to caption i: the shape is (N, number of words in the vocabulary).",
)
SAME_ROW = Misconception(
    "rows_shared",
    "The rows do not belong to one caption each.",
    "Start each caption with a row of zeros of its own.",
)
UNKNOWN_WORD = Misconception(
    "unknown_word",
    "A word that is not in the vocabulary stops your code, or sets a 1.",
    "Captions may say things nobody trained for. Leave such words out.",
    share=0.5,
)
NOT_FLOAT = Misconception(
    "not_float",
    "The code is right, but it does not hold floating-point numbers.",
    "nn.Linear multiplies by floats. Convert what you return.",
    share=0.5,
)
WRONG_SHAPE = Misconception(
    "wrong_shape",
    "The result has not the shape (N, number of words).",
    "One row for each caption, one column for each word of the vocabulary.",
)

WORDS = ("bold", "tall", "tiny", "broad", "old", "all", "1", "11", "4", "14", "loop", "open", "bent", "flat")
STRANGERS = ("the", "digit", "very", "please")
Encode = Callable[[Sequence[str], Sequence[str]], torch.Tensor]


def _encode(
    captions: Sequence[str],
    vocabulary: Sequence[str],
    words_of: Callable[[str], list[str]] = lambda caption: caption.lower().split(),
) -> torch.Tensor:
    rows = torch.zeros(len(captions), len(vocabulary))
    for i, caption in enumerate(captions):
        for word in words_of(caption):
            if word in vocabulary:
                rows[i, list(vocabulary).index(word)] = 1
    return rows


def _counted(captions: Sequence[str], vocabulary: Sequence[str]) -> torch.Tensor:
    return torch.tensor([[float(c.lower().split().count(w)) for w in vocabulary] for c in captions])


def _inside(captions: Sequence[str], vocabulary: Sequence[str]) -> torch.Tensor:
    return torch.tensor([[float(w in c.lower()) for w in vocabulary] for c in captions])


def _inside_cased(captions: Sequence[str], vocabulary: Sequence[str]) -> torch.Tensor:
    return torch.tensor([[float(w in c) for w in vocabulary] for c in captions])


def _last(captions: Sequence[str], vocabulary: Sequence[str]) -> torch.Tensor:
    return _encode(captions, vocabulary, lambda c: [w for w in c.lower().split() if w in vocabulary][-1:])


def _first(captions: Sequence[str], vocabulary: Sequence[str]) -> torch.Tensor:
    return _encode(captions, vocabulary, lambda c: [w for w in c.lower().split() if w in vocabulary][:1])


def _divided(captions: Sequence[str], vocabulary: Sequence[str]) -> torch.Tensor:
    rows = _encode(captions, vocabulary)
    return rows / rows.sum(1, keepdim=True).clamp_min(1)


def _divided_by_words(captions: Sequence[str], vocabulary: Sequence[str]) -> torch.Tensor:
    counts = torch.tensor([[float(max(1, len(c.split())))] for c in captions])
    return _encode(captions, vocabulary) / counts


def _normalised(captions: Sequence[str], vocabulary: Sequence[str]) -> torch.Tensor:
    rows = _encode(captions, vocabulary)
    lengths = torch.linalg.vector_norm(rows, dim=1, keepdim=True)
    unit: torch.Tensor = rows / lengths.clamp_min(1e-12)
    return unit


def _carried_on(captions: Sequence[str], vocabulary: Sequence[str]) -> torch.Tensor:
    carried: torch.Tensor = _encode(captions, vocabulary).cummax(0).values
    return carried


def _strange_last(captions: Sequence[str], vocabulary: Sequence[str]) -> torch.Tensor:
    """What find() and its −1 do: an unknown word sets the last column."""
    rows = _encode(captions, vocabulary)
    for i, caption in enumerate(captions):
        if any(w not in vocabulary for w in caption.lower().split()):
            rows[i, -1] = 1
    return rows


def _strange_first(captions: Sequence[str], vocabulary: Sequence[str]) -> torch.Tensor:
    rows = _encode(captions, vocabulary)
    for i, caption in enumerate(captions):
        if any(w not in vocabulary for w in caption.lower().split()):
            rows[i, 0] = 1
    return rows


RIVALS = tuple(
    Rival(m, f)
    for m, f in (
        (SUBSTRING, _inside),
        (SUBSTRING, _inside_cased),
        (COUNTS, _counted),
        (CASE, lambda c, v: _encode(c, v, str.split)),
        (ORDER, lambda c, v: _encode(c, sorted(v))),
        (ORDER, lambda c, v: _encode(c, v).flip(1)),
        (ONE_WORD, _last),
        (ONE_WORD, _first),
        (ONE_WORD, lambda c, v: _encode(c, v, lambda s: s.lower().split()[-1:])),
        (ONE_WORD, lambda c, v: _encode(c, v, lambda s: s.lower().split()[:1])),
        (ONE_WORD, lambda c, v: _encode(c, v, lambda s: [s.lower()])),
        (OFF_BY_ONE, lambda c, v: _encode(c, v).roll(1, 1)),
        (OFF_BY_ONE, lambda c, v: _encode(c, v).roll(-1, 1)),
        (SCALED, _divided),
        (SCALED, _divided_by_words),
        (SCALED, _normalised),
        (WRONG_AXIS, lambda c, v: _encode(c, v).T),
        (SAME_ROW, _carried_on),
        (SAME_ROW, lambda c, v: _encode(c, v).amax(0).expand(len(c), -1)),
        (SAME_ROW, lambda c, v: _encode(c, v).sum(0)),
        (SAME_ROW, lambda c, v: _encode(c, v)[-1:].expand(len(c), -1)),
        (SAME_ROW, lambda c, v: _encode(c, v)[0]),
        (UNKNOWN_WORD, _strange_last),
        (UNKNOWN_WORD, _strange_first),
        (SUBSTRING, lambda c, v: _encode(c, v, lambda s: list(s.lower().replace(" ", "")))),
        (SUBSTRING, lambda c, v: _encode(c, v, lambda s: list(s))),
        (WRONG_SHAPE, lambda c, v: _encode(c, v).reshape(-1)),
        (WRONG_SHAPE, lambda c, v: _encode(c, v).unsqueeze(1)),
    )
)


def _shuffled(dice: Dice, words: Sequence[str]) -> list[str]:
    return [words[i] for i in dice.uniform(len(words)).argsort().tolist()]


def _captions(dice: Dice, vocabulary: Sequence[str], strangers: Sequence[str]) -> list[str]:
    """Captions of several lengths: in any order, with capitals, repeated and unknown words, some empty."""
    captions = []
    for length in (3, 1, 4, 2, 3):
        words = _shuffled(dice, vocabulary)[:length]
        words += [words[0]] if length == 4 else []
        words += [dice.choice(strangers)] if strangers and length < 3 else []
        words = _shuffled(dice, words)
        captions.append(" ".join(w.upper() if length == 3 and i == 0 else w for i, w in enumerate(words)))
    return [*captions, "bold", "OLD Bold"]


def _play(student: Student, dice: Dice) -> Observation:
    seen: dict[str, Any] = {}
    for size, strangers in ((14, ()), (11, STRANGERS)):
        vocabulary = _shuffled(dice, WORDS)[:size]
        # A word inside another one: whoever looks for letters finds "old" in "bold".
        vocabulary = ["bold", "old", *(w for w in vocabulary if w not in ("bold", "old"))]
        vocabulary = _shuffled(dice, vocabulary)
        captions = _captions(dice, vocabulary, strangers)
        seen[f"{size} words"] = student.call(NAME, captions, vocabulary).value
    vocabulary = _shuffled(dice, WORDS)[:4]
    # As many captions as words, and a single one with double spaces.
    four = [f"{vocabulary[0]} {vocabulary[2]}", vocabulary[3], vocabulary[0], vocabulary[1]]
    seen["square"] = student.call(NAME, four, vocabulary).value
    seen["single"] = student.call(NAME, [f" {vocabulary[1]}   {vocabulary[0]}"], vocabulary).value
    return seen


def _judge(student: Student, dice: Dice, sheet: Sheet) -> None:
    plain = student.call(NAME, ["a c", "b"], ["a", "b", "c"]).value
    value = insist_tensor(sheet, plain, "returns a tensor")
    numbers = value.ndim < 2 or value.shape[-1] != 3 or bool((value > 1).any())
    if numbers and value.shape != (3, 2):
        whole = value.numel() in (3, 4) and bool((value.double() == value.double().round()).all())
        sheet.insist(not whole, "zeros and ones", "word_numbers")
    sheet.passed("returns a tensor")
    _judge_strangers(student, dice, sheet)
    Duel(NAME, "a 1 for each word that occurs", _play, _encode, RIVALS).judge(student, dice, sheet)
    sheet.require(value.is_floating_point(), "floating-point numbers", "not_float")


def _judge_strangers(student: Student, dice: Dice, sheet: Sheet) -> None:
    """Insist that an unknown word does not stop an answer that works without it."""
    try:
        student.call(NAME, ["b please a", "nothing"], ["a", "b"])
    except StudentFault as fault:
        if fault.kind != "raised":
            raise
        sheet.insist(False, "unknown words", "unknown_word", f"{fault.type_name}: {fault.message}")


PROBES = (Probe(NAME, _judge, (*misconceptions_of(RIVALS), INDICES, NOT_FLOAT)),)
