"""How samples can be chosen wrongly by the odds that a discriminator gives them."""

from __future__ import annotations

from gan_course.exercises.finding import Misconception

NOT_DRAWN = Misconception(
    "not_drawn",
    "Some of the samples returned are none that G made and D judged.",
    "What is returned are outputs of G, unchanged: those that were kept.",
)
WRONG_COUNT = Misconception(
    "wrong_count",
    "You do not return n samples, one a row.",
    "Go on drawing batches until at least n are kept, and return the first n of them.",
)
NEVER_ENOUGH = Misconception(
    "never_enough",
    "Your function goes on drawing and never comes to n samples.",
    "A sample with the largest logit of all is kept for certain. Is it in yours, or is hardly any sample ever kept?",
)
REPEATED = Misconception(
    "repeated",
    "The same sample is returned more than once.",
    "Rejection keeps a sample or throws it away; it never hands one out twice. Drawing from a batch by weights is another method.",
)
BURN_IN = Misconception(
    "burn_in_kept",
    "Samples of the first draw, which is there to find the largest logit, are among those returned.",
    "The first `burn_in` samples only set L. Whoever keeps some of them judges these by a maximum not yet found.",
    share=0.5,
)
OVERFLOW = Misconception(
    "overflow",
    "With logits near 150, or near −150, the keeping fails.",
    "e^150 is more than float32 can hold, and e^−150 less. Only the difference a − L is needed: subtract before the exponential.",
    share=0.5,
)
BORDER = Misconception(
    "by_a_border",
    "Which samples stay is decided by a border: every one above it is kept, every one below thrown away.",
    "Keeping is a matter of chance, with the probability e^(a − L). A border cuts away what is rare, and real.",
)
ONE_NUMBER = Misconception(
    "one_number_for_all",
    "All samples of a batch are measured against the same random number.",
    "How many numbers ψ does a batch of b samples need, if each is to be kept or not by itself?",
    share=0.5,
)
WRONG_WAY = Misconception(
    "wrong_way",
    "The surer D is that a sample is real, the more often you throw it away.",
    "Where a is large, data are many and fakes are few: such samples are wanted.",
)
BEST_REJECTED = Misconception(
    "best_rejected",
    "Samples with the largest logit of all are thrown away at times.",
    "What is e^(a − L) where a = L? A probability of D, or a maximum larger than any logit, keeps too few.",
)
STALE = Misconception(
    "stale_maximum",
    "The odds fit, but not where a larger logit than before turns up: the maximum is not carried along.",
    "L is the largest logit of *all* samples so far, those of this batch and of the first draw included.",
    share=0.5,
)
ODDS = Misconception(
    "wrong_odds",
    "How often a sample is kept is not e^(a − L).",
    "The logit of the best D is the logarithm of p_data/p_g. Its exponential, divided by the largest, is the probability.",
)
MISTAKES = (
    NOT_DRAWN,
    WRONG_COUNT,
    NEVER_ENOUGH,
    REPEATED,
    BURN_IN,
    OVERFLOW,
    BORDER,
    ONE_NUMBER,
    WRONG_WAY,
    BEST_REJECTED,
    STALE,
    ODDS,
)
