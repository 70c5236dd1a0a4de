"""Probes of the closing questions of the DCGAN assignment."""

from __future__ import annotations

from gan_course.exercises.finding import Misconception
from gan_grading.probes.questions import choice_question, number_question

SIZE = number_question(
    "q_size",
    7.0,
    "A kernel of 5 needs 5 pixels of the padded row, 13 + 2·2 = 17. It can move on by (17 − 5) / 2 = 6 steps of 2, "
    "and 6 steps have 7 places: the output has 7 pixels along a side.",
    tolerance=0.01,
    wrong={
        6.0: Misconception(
            "off_by_one",
            "That counts the kernel's moves, not its places.",
            "A kernel that cannot move at all still has one place.",
        ),
        5.0: Misconception(
            "padding_forgotten",
            "The padding was not counted, or counted on one side only.",
            "Two zeros are added at each end of every row.",
        ),
        25.0: Misconception(
            "wrong_direction",
            "A convolution with stride 2 does not make pictures larger.",
            "Which of the two formulas belongs to nn.Conv2d?",
        ),
    },
)
WEIGHTS = number_question(
    "q_weights",
    32768.0,
    "Each of the 64 output channels has a kernel of 4 × 4 for each of the 32 input channels: 64 · 32 · 16 = 32,768 "
    "weights, at every size of picture, because the same kernel is used at every place. A fully connected layer "
    "between the same maps, 32 · 8 · 8 = 2,048 numbers to 64 · 4 · 4 = 1,024, would have 2,097,152.",
    tolerance=0.5,
    wrong={
        1024.0: Misconception(
            "one_input_channel",
            "That is the number for a single input channel.",
            "Each output channel looks at all 32 input channels, through a kernel for each.",
        ),
        512.0: Misconception(
            "one_output_channel",
            "That is one output channel's kernel.",
            "There are 64 output channels, each with kernels of its own.",
        ),
        16.0: Misconception(
            "one_kernel",
            "That is a single kernel.",
            "How many pairs of an input channel and an output channel are there?",
        ),
        2097152.0: Misconception(
            "fully_connected",
            "That is what a fully connected layer between the same maps would have.",
            "A convolution uses the same kernel at every place.",
        ),
        32832.0: Misconception(
            "with_bias",
            "That counts 64 biases.",
            "The layer has none: read the question again.",
        ),
    },
)
BATCH_NORM = choice_question(
    "q_batch_norm",
    right="c",
    explanation=(
        "Batch norm forces the mean and the spread of what it is applied to, over the batch. At G's output that is the "
        "pixels, at D's input the pictures: how much ink a picture holds would be fixed for the one and hidden from the "
        "other. Between hidden layers the next layer can undo it, and training is steadier."
    ),
    wrong={
        "a": Misconception(
            "everywhere",
            "Everywhere is once too often for each network.",
            "What would the pixels of every batch of fakes have in common?",
        ),
        "b": Misconception(
            "nowhere",
            "Batch norm is in both networks, only not in every place.",
            "Read rule 3 again.",
        ),
        "d": Misconception(
            "only_output_and_input",
            "These are the two places where it must not stand.",
            "What would the pixels of every batch of fakes have in common?",
        ),
    },
)
AFTERWARDS = choice_question(
    "q_keep",
    right="a",
    explanation=(
        "To make pictures one needs G's weights and the running averages of its batch norm, in evaluation mode. D and "
        "both optimisers were needed to find them, and the data too; all three can go. A checkpoint from which training is to go "
        "on is another matter: it holds everything."
    ),
    wrong={
        "b": Misconception(
            "weights_only",
            "Weights alone give other pictures than G made.",
            "What does batch norm use in evaluation mode?",
        ),
        "c": Misconception(
            "keeps_d",
            "D takes no part in making a picture.",
            "Follow z through the networks to the picture: which of them does it meet?",
        ),
        "d": Misconception(
            "keeps_data",
            "G makes pictures from z alone.",
            "Does G ever see a real picture?",
        ),
    },
)
ACCURACY = choice_question(
    "q_accuracy",
    right="b",
    explanation=(
        "D's accuracy compares two moving players. It falls when fakes get better, and also when D gets worse or G finds "
        "one picture that fools it. Only a measure that does not come from D, such as the Fréchet distance in the "
        "features of a classifier, says which of these it was."
    ),
    wrong={
        "a": Misconception(
            "accuracy_is_quality",
            "A D that has got worse would give the same number.",
            "Name two ways in which D's accuracy can fall.",
        ),
        "c": Misconception(
            "accuracy_must_be_high",
            "A D that is always right leaves G little to learn from.",
            "What is D's accuracy when G is perfect?",
        ),
        "d": Misconception(
            "overfitting",
            "A D that learns its pictures by heart gets more accurate on them, not less.",
            "What is D's accuracy when G is perfect?",
        ),
    },
)

PROBES = (SIZE, WEIGHTS, BATCH_NORM, AFTERWARDS, ACCURACY)
