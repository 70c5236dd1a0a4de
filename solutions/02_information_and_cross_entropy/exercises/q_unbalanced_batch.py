"""Key of a closing question: −2·BCE of a batch with more fakes than real samples."""

from gan_grading.keys.questions import NumberKey

key = NumberKey(
    -1.0,
    "The 64 real samples weigh 64/256 = 1/4 and the 192 fakes 3/4: BCE = 0.25·0.2 + 0.75·0.6 = 0.5, so "
    "−2·BCE = −1.0. V = −0.2 − 0.6 = −0.8. The two agree only where both kinds weigh one half.",
    tolerance=0.006,
)
key.wrong(
    "value_itself",
    "That is V, which weighs both kinds of samples alike.",
    "In one mean over 256 samples, 192 of them fake, each fake sample counts as much as each real one.",
    -0.8,
    0.8,
)
key.wrong(
    "factor_missing",
    "The factor is missing: that is −BCE of the batch, or BCE itself.",
    "Asked is −2 times the cross-entropy.",
    -0.5,
    0.5,
)
key.wrong(
    "sign",
    "The sign is turned round.",
    "A cross-entropy is never negative, and it is multiplied by −2.",
    1.0,
)
