"""Key of the question about what a cycle guarantees."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "c",
    "G(x) looks like a real negative, F(y) like a real digit, and F undoes what G did: all three losses are as small as "
    "for the right translation. A cycle makes the translation invertible; which of the invertible ones is found is "
    "decided by the networks, which find some maps easier than others, and by luck.",
)
key.wrong(
    "cycle_notices",
    "The cycle loss compares the picture that comes home with the one that set out, and that is the same 3.",
    "Follow one 3: G makes the negative of a 7 of it. What does F make of that?",
    "a",
)
key.wrong(
    "judges_notice",
    "No discriminator of section 6 is shown a pair.",
    "What is D_Y shown: a picture, or a picture and where it came from?",
    "b",
)
key.wrong(
    "overfitting",
    "The loss would be 0 on pictures never seen, too: it has nothing to do with overfitting.",
    "Is F(G(x)) = x here for the training pictures only, or for every picture?",
    "d",
)
