"""Key of closing question 4: what mismatched pairs are for."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "b",
    "Real images with their own label are called right, fakes wrong. As long as fakes are recognisable as fakes, D "
    "can do well without reading y. A real image with a wrong label leaves it no other clue: only x and y together "
    "give it away. It needs no new data, since any wrong label will do.",
)
key.wrong(
    "more_data",
    "The images are the same as before; none is new.",
    "What must D look at to tell (x, y) from (x, wrong y)?",
    "a",
)
key.wrong(
    "trains_g_on_wrong",
    "G never sees these pairs.",
    "Which arguments does generator_loss have?",
    "c",
)
key.wrong(
    "balances",
    "The balance is the business of the weights 1, 1/2, 1/2, and it was there before.",
    "What must D look at to tell (x, y) from (x, wrong y)?",
    "d",
)
