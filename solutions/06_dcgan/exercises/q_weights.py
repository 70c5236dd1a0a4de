"""Key of the closing question q_weights."""

from gan_grading.keys.questions import NumberKey

key = NumberKey(
    32768.0,
    "Each of the 64 output channels has a kernel of 4 × 4 for each of the 32 input channels: 64 · 32 · 16 = 32,768 "
    "weights, at every size of picture, because the same kernel is used at every place. A fully connected layer "
    "between the same maps, 32 · 8 · 8 = 2,048 numbers to 64 · 4 · 4 = 1,024, would have 2,097,152.",
    tolerance=0.5,
)
key.wrong(
    "one_input_channel",
    "That is the number for a single input channel.",
    "Each output channel looks at all 32 input channels, through a kernel for each.",
    1024.0,
)
key.wrong(
    "one_output_channel",
    "That is one output channel's kernel.",
    "There are 64 output channels, each with kernels of its own.",
    512.0,
)
key.wrong(
    "one_kernel",
    "That is a single kernel.",
    "How many pairs of an input channel and an output channel are there?",
    16.0,
)
key.wrong(
    "fully_connected",
    "That is what a fully connected layer between the same maps would have.",
    "A convolution uses the same kernel at every place.",
    2097152.0,
)
key.wrong("with_bias", "That counts 64 biases.", "The layer has none: read the question again.", 32832.0)
