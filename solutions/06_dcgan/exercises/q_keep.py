"""Key of the closing question q_keep."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "a",
    "To make pictures one needs G's weights and the running averages of its batch norm, in evaluation mode. D and "
    "both optimisers were needed to find them, and the data too; all three can go. A checkpoint from which training is to go "
    "on is another matter: it holds everything.",
)
key.wrong(
    "weights_only",
    "Weights alone give other pictures than G made.",
    "What does batch norm use in evaluation mode?",
    "b",
)
key.wrong(
    "keeps_d",
    "D takes no part in making a picture.",
    "Follow z through the networks to the picture: which of them does it meet?",
    "c",
)
key.wrong("keeps_data", "G makes pictures from z alone.", "Does G ever see a real picture?", "d")
