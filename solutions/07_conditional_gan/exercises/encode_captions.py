"""Key of the caption encoder: a bag of words."""

from collections.abc import Callable, Sequence

import torch

from gan_course.exercises.experiments.encodings import UNKNOWN_WORD, WORD_NUMBERS
from gan_grading.keys.key import Key

Texts = Sequence[str]


def bag(
    captions: Texts,
    vocabulary: Texts,
    words_of: Callable[[str], list[str]] = lambda caption: caption.lower().split(),
) -> torch.Tensor:
    rows = torch.zeros(len(captions), len(vocabulary))
    for i, caption in enumerate(captions):
        for word in words_of(caption):
            if word in vocabulary:
                rows[i, list(vocabulary).index(word)] = 1
    return rows


def counted(captions: Texts, vocabulary: Texts) -> torch.Tensor:
    return torch.tensor([[float(c.lower().split().count(w)) for w in vocabulary] for c in captions])


def known(caption: str, vocabulary: Texts) -> list[str]:
    return [w for w in caption.lower().split() if w in vocabulary]


def divided(captions: Texts, vocabulary: Texts) -> torch.Tensor:
    rows = bag(captions, vocabulary)
    return rows / rows.sum(1, keepdim=True).clamp_min(1)


def divided_by_words(captions: Texts, vocabulary: Texts) -> torch.Tensor:
    counts = torch.tensor([[float(max(1, len(c.split())))] for c in captions])
    return bag(captions, vocabulary) / counts


def counted_shares(captions: Texts, vocabulary: Texts) -> torch.Tensor:
    rows = counted(captions, vocabulary)
    return rows / rows.sum(1, keepdim=True).clamp_min(1)


def unit_length(captions: Texts, vocabulary: Texts) -> torch.Tensor:
    rows = bag(captions, vocabulary)
    return rows / rows.square().sum(1, keepdim=True).sqrt().clamp_min(1e-12)


def strange_sets(column: int, captions: Texts, vocabulary: Texts) -> torch.Tensor:
    """What find() and its −1 do: an unknown word sets a column."""
    rows = bag(captions, vocabulary)
    for i, caption in enumerate(captions):
        if any(w not in vocabulary for w in caption.lower().split()):
            rows[i, column] = 1
    return rows


key = Key("encodings", right=bag, of="captions")
key.wrong(
    "substring",
    "A word counts as said when its letters stand inside another word.",
    '"7" in "17" is True in Python. Split the caption into words first, then compare words.',
    lambda c, v: torch.tensor([[float(w in s.lower()) for w in v] for s in c]),
    lambda c, v: torch.tensor([[float(w in s) for w in v] for s in c]),
    lambda c, v: torch.tensor([[float(s.lower().count(w)) for w in v] for s in c]),
)
key.wrong(
    "letter_by_letter",
    "Captions are read letter by letter, so only words of one letter are found.",
    "A loop over a string visits its letters. Split the caption into words first.",
    lambda c, v: bag(c, v, lambda s: list(s.lower().replace(" ", ""))),
    lambda c, v: bag(c, v, lambda s: list(s)),
)
key.wrong(
    "counts_words",
    "A word said twice counts twice.",
    "The code says which words occur: 1 or 0, however often.",
    counted,
    share=0.5,
)
key.wrong(
    "case_matters",
    "A word in capitals is not recognised.",
    '"Thick 7" and "thick 7" ask for the same picture. Bring both to lower case.',
    lambda c, v: bag(c, v, str.split),
    share=0.5,
)
key.wrong(
    "other_order",
    "The columns do not follow the order of the vocabulary.",
    "Column j belongs to vocabulary[j], in the order in which the words are given.",
    lambda c, v: bag(c, sorted(v)),
    lambda c, v: bag(c, v).flip(1),
)
key.wrong(
    "one_word_only",
    "Only one word of each caption is encoded, or none.",
    "A caption says several things; each of its words sets a 1.",
    lambda c, v: bag(c, v, lambda s: known(s, v)[-1:]),
    lambda c, v: bag(c, v, lambda s: known(s, v)[:1]),
    lambda c, v: bag(c, v, lambda s: s.lower().split()[-1:]),
    lambda c, v: bag(c, v, lambda s: s.lower().split()[:1]),
    lambda c, v: bag(c, v, lambda s: [s.lower()]),
)
key.wrong(
    "off_by_one",
    "The ones stand one column beside their words.",
    "Columns count from 0, as the positions in the vocabulary do.",
    lambda c, v: bag(c, v).roll(1, 1),
    lambda c, v: bag(c, v).roll(-1, 1),
)
key.wrong(
    "divided_by_length",
    "Your ones are divided by the number of words, or the row by its length.",
    "A caption with fewer words is not a louder one: each word that occurs gives 1.",
    divided,
    divided_by_words,
    unit_length,
    counted_shares,
    share=0.5,
)
key.wrong(
    "wrong_axis",
    "Captions run along the columns, words along the rows.",
    "Row i belongs to caption i: the shape is (N, number of words in the vocabulary).",
    lambda c, v: bag(c, v).T,
)
key.wrong(
    "rows_shared",
    "The rows do not belong to one caption each.",
    "Start each caption with a row of zeros of its own.",
    lambda c, v: bag(c, v).cummax(0).values,
    lambda c, v: bag(c, v).amax(0).expand(len(c), -1),
    lambda c, v: bag(c, v).sum(0),
    lambda c, v: bag(c, v).amax(0),
    lambda c, v: bag(c, v)[-1:].expand(len(c), -1),
    lambda c, v: bag(c, v)[0],
)
key.also(
    UNKNOWN_WORD,
    lambda c, v: strange_sets(-1, c, v),
    lambda c, v: strange_sets(0, c, v),
)
key.also(WORD_NUMBERS)
key.wrong(
    "wrong_shape",
    "The result has not the shape (N, number of words).",
    "One row for each caption, one column for each word of the vocabulary.",
    lambda c, v: bag(c, v).reshape(-1),
    lambda c, v: bag(c, v).unsqueeze(1),
    lambda c, v: bag(c, v).squeeze(),
)
