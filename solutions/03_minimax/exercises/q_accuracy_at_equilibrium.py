"""Key of a closing question: how often the best discriminator is right at the equilibrium."""

from gan_grading.keys.questions import NumberKey

key = NumberKey(
    0.5,
    "With a perfect generator a sample says nothing about where it came from. Whatever D answers, it is right "
    "for half of the samples: 50%, not 0%. A D that was wrong every time would know everything; one would only "
    "have to turn its answers round.",
    low=0.0,
    high=1.0,
)
key.wrong(
    "drops_to_zero",
    "A discriminator that is always wrong would be as useful as one that is always right.",
    "It cannot tell the two kinds apart. How often is a coin right?",
    0.0,
)
key.wrong(
    "always_right",
    "The best discriminator is not one that never errs.",
    "It is the best one possible against a perfect generator, whose samples nobody can tell from the data.",
    1.0,
)
