"""Key of a closing question: what is idle while D takes its steps."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "b",
    "While D trains, only G's parameters hold still. G still makes the fakes, and D learns from real and fake "
    "samples by backpropagation through D. That D trains 'without backpropagation' is a common mistake; "
    "what is left out is backpropagation into G.",
)
key.wrong(
    "no_backpropagation",
    "D does backpropagate while it trains.",
    "Which line of discriminator_step finds D's gradients?",
    "a",
)
key.wrong(
    "g_makes_no_samples",
    "D needs fakes in this phase, and G makes them.",
    "What is the second argument of the loss in discriminator_step?",
    "c",
)
key.wrong(
    "both_move",
    "The two networks take turns.",
    "Whose optimiser steps in discriminator_step?",
    "d",
)
