"""Key of the question about Bayes' rule with a rare class."""

from gan_grading.keys.questions import NumberKey

key = NumberKey(
    1 / 3,
    "Of 1,000 boats 100 are sailboats, 90 of them with a mast; 900 are motorboats, 180 of them with an "
    "antenna. Among the 270 with a mast 90 are sailboats: 1/3. The likelihood is high, the prior is low.",
    tolerance=0.006,
    low=0.0,
    high=1.0,
)
key.wrong(
    "likelihood",
    "That is P(mast | sailboat).",
    "You saw the mast and ask for the kind: it is P(sailboat | mast) that is wanted.",
    0.9,
)
key.wrong(
    "no_prior",
    "That would be right if there were as many sailboats as motorboats.",
    "Nine boats of ten are motorboats: write down how many of 1,000 boats show a mast, by kind.",
    0.9 / 1.1,
)
key.wrong(
    "joint_not_normalised",
    "That is the joint probability of sailboat and mast.",
    "Given the mast, only the boats with a mast count: divide by the share of those.",
    0.09,
)
key.wrong(
    "evidence",
    "That is the probability of seeing a mast at all.",
    "Which share of the boats with a mast are sailboats?",
    0.27,
)
key.wrong(
    "odds",
    "Those are odds, sailboats for each motorboat.",
    "A probability is a share of all boats with a mast, both kinds.",
    0.5,
)
key.wrong(
    "other_kind",
    "That is the probability of a motorboat.",
    "Which of the two is asked?",
    2 / 3,
)
