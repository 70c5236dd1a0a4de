"""Key of a closing question."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "b",
    "−log D is large where D is small: maximising it makes G's samples as fake as possible. What is "
    "meant is to maximise log D(G(z)), which is to minimise −log D(G(z)). The optimiser minimises, so"
    " the loss carries the minus sign; the word 'maximise' and the minus sign together are one sign "
    "too many.",
)
key.wrong(
    "same_thing",
    "The two differ by a sign, and the sign decides whether G is taught or mistaught.",
    "Take D(G(z)) = 0.01 and 0.99. For which of them is −log D larger?",
    "a",
)
key.wrong(
    "becomes_saturating",
    "The saturating loss is log(1 − D); this is another function.",
    "Draw −log D over D from 0 to 1. Where is its largest value?",
    "c",
)
key.wrong(
    "cancels",
    "Nothing cancels: only the sign of the whole gradient is turned.",
    "Which way does G's output move when −log D is made larger?",
    "d",
)
