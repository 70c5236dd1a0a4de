"""Key of a closing question."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "d",
    "'Touched' needs one sample of 2,500 within three standard deviations, 'captured' needs 20. "
    "Touched 8 and captured 2 means that samples are smeared over the whole ring and rarely hit: "
    "blur, not collapse. The share of good samples (here a few percent) says the same. A collapsed "
    "run has few modes by either rule.",
)
key.wrong(
    "touched_is_enough",
    "One lucky sample in 2,500 touches a mode: that says little about quality.",
    "How large can the share of good samples be when six modes have fewer than 20 samples each?",
    "a",
)
key.wrong(
    "is_collapse",
    "A collapsed generator sits in one or two places: it could not touch all eight modes.",
    "Where are the samples that touch the other six modes?",
    "b",
)
key.wrong(
    "contradiction",
    "Both rules look at the same samples and can both be right: they ask for different numbers.",
    "How many samples does each rule want near a mode?",
    "c",
)
