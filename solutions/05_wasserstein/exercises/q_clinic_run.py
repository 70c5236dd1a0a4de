"""Key of a closing question: a Wasserstein run that is ill."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "a",
    "The penalty is in the loss, and grows into the hundreds and thousands while nobody brings it "
    "down: its value is right, but no gradient leads from it to the critic. That is what a slope "
    "without its graph (create_graph) does.",
)
key.wrong(
    "lambda_small",
    "With lambda = 10 and a distance of a few units a penalty that trains would hold the slope near "
    "1 + d/20. Here it stands ten times above and more.",
    "What would the critic do about a price of thousands, if it could feel it?",
    "b",
)
key.wrong(
    "sign_of_g",
    "With the wrong sign G would move away from the data all the time. Here it comes near.",
    "Look at the distance.",
    "c",
)
key.wrong(
    "n_critic",
    "The number of critic steps decides how near the bill is to the distance, not whether the price is paid.",
    "What does the right panel show that a slow critic would not?",
    "d",
)
