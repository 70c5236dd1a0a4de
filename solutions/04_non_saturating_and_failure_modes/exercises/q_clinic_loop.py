"""Key of a closing question: a loop on the ring with faults."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "d",
    "The noise is drawn once, so G learns a few hundred points and D learns them by heart (lines 1 "
    "and 5); and nothing clears G's gradients before line 13, so those of line 8, which reaches G "
    "through fakes that are not detached, and all earlier ones are added up.",
)
key.wrong(
    "loss_of_d",
    "The loss of D is right: softplus(-a) for real samples, softplus(a) for fakes.",
    "Write log sigma(a) with softplus.",
    "a",
)
key.wrong(
    "saturating",
    "The loss of line 11 is the non-saturating one.",
    "What is -log sigma(a), written with softplus?",
    "b",
)
key.wrong(
    "order",
    "D steps before G, once each, and backward comes before the step in both.",
    "Which line is missing, and which stands in the wrong place?",
    "c",
)
