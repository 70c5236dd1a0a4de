"""Key of the closing question q_batch_norm."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "c",
    "Batch norm forces the mean and the spread of what it is applied to, over the batch. At G's output that is the "
    "pixels, at D's input the pictures: how much ink a picture holds would be fixed for the one and hidden from the "
    "other. Between hidden layers the next layer can undo it, and training is steadier.",
)
key.wrong(
    "everywhere",
    "Everywhere is once too often for each network.",
    "What would the pixels of every batch of fakes have in common?",
    "a",
)
key.wrong("nowhere", "Batch norm is in both networks, only not in every place.", "Read rule 3 again.", "b")
key.wrong(
    "only_output_and_input",
    "These are the two places where it must not stand.",
    "What would the pixels of every batch of fakes have in common?",
    "d",
)
