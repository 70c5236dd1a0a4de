"""Key of a closing question: which models can say how likely a given x is."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "c",
    "The Gaussians of assignment 01 are a formula for p(x, y); its sum over the classes is p(x), for any x you "
    "bring. A GAN has a distribution p_g and no way to evaluate it: G maps noise to samples, and D compares two "
    "densities without knowing either.",
)
key.wrong(
    "d_is_a_density",
    "D(x) answers another question: is this x real or generated?",
    "The best D is 1/2 everywhere when G is perfect. Are all pictures equally likely then?",
    "a",
)
key.wrong(
    "g_reads_pictures",
    "G cannot be shown a picture: what it takes is noise.",
    "Which shape does the argument of G have?",
    "b",
)
key.wrong(
    "never_a_density",
    "Some generative models are written as a density in the first place.",
    "What did your `log_joint` of assignment 01 return for a picture?",
    "d",
)
