"""Key of a closing question."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "c",
    "Against a perfect generator no D can be right more often than a coin, and none need be less: "
    "50%. What D still says is noise, its slope points anywhere, and G follows it. So G leaves the "
    "data until D notices. A smaller step, or an average over many steps, keeps that wandering small;"
    " a metric tells when to stop.",
)
key.wrong(
    "accuracy_zero",
    "A D that was always wrong would know everything: one would only have to turn its answers round.",
    "How often is a coin right?",
    "a",
)
key.wrong(
    "training_rests",
    "Minibatches differ from each other by chance, and D learns these differences.",
    "Look at the experiment that starts from the perfect generator: does it stay there?",
    "b",
)
key.wrong(
    "keeps_improving",
    "There is nothing left to improve: any change makes a perfect generator worse.",
    "In which direction can p_g move away from p_data and be better?",
    "d",
)
