"""Key of a closing question: a conditional loop with faults."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "a",
    "Shuffled labels (line 4) are right by chance about once in ten times. And G is asked for "
    "`ordered` while D judges the fakes under y (lines 7 and 13): nothing connects an order "
    "with its verdict.",
)
key.wrong(
    "reused_fakes",
    "Fakes may serve both steps. What matters is under which labels D judges them.",
    "Compare the labels in lines 6 and 13.",
    "b",
)
key.wrong(
    "three_calls",
    "Three calls of D make one loss, and one step goes down it. That is as it should be.",
    "Is there a label in line 7 that G has never heard of?",
    "c",
)
key.wrong(
    "cleared_early",
    "The gradients are cleared before backward fills them, and used right after.",
    "Read lines 10 to 12 in order.",
    "d",
)
