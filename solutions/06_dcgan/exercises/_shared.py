"""Mistakes that more than one exercise of this assignment knows."""

from collections.abc import Callable

from gan_course.exercises.finding import Misconception

PADDING_ONCE = Misconception(
    "padding_once",
    "The padding is counted on one side only.",
    "There are `padding` rows at the top and as many at the bottom.",
)
PADDING_MISUSED = Misconception(
    "padding_misused",
    "The padding does not enter your formula as it should.",
    "Draw one row of pixels and mark the padding at both of its ends. How long is the row with it, or without it?",
)
OFF_BY_ONE = Misconception(
    "off_by_one",
    "Your size is one too small or one too large, for some layers or for all.",
    "Count places, not steps: a kernel that cannot move at all still has one place.",
)
STRIDE_MISUSED = Misconception(
    "stride_misused",
    "The stride does not enter your formula as it should.",
    "From one place of the kernel to the next lie `stride` pixels. How many such steps are there?",
)
KERNEL_MISUSED = Misconception(
    "kernel_misused",
    "The kernel's size does not enter your formula as it should.",
    "Where does the kernel's far edge lie when the kernel stands at its first place, and where at its last?",
)
STRIDE_ALONE = Misconception(
    "stride_alone",
    "Your size follows from n and the stride alone: kernel and padding play no part in it.",
    "Kernel 4, stride 2, padding 1 halves or doubles exactly; other layers do not. Try kernel 7, stride 1, padding 0.",
)
FIXED_FACTOR = Misconception(
    "fixed_factor",
    "Your size follows from n alone, whatever the layer.",
    "Kernel 4, stride 2, padding 1 halves or doubles exactly; other layers do not. Use all four arguments.",
)
OTHER_LAYER = Misconception(
    "other_layer",
    "This is the formula of the other kind of layer.",
    "A convolution with stride 2 makes pictures smaller, a transposed one makes them larger.",
)
Formula = Callable[[int, int, int, int], float]


def conv_size(n: int, kernel: int, stride: int, padding: int) -> int:
    """Count the places of a kernel that slides over a padded row."""
    return (n + 2 * padding - kernel) // stride + 1


def transposed_size(n: int, kernel: int, stride: int, padding: int) -> int:
    """Count the pixels that a transposed convolution covers, less the padding cut away."""
    return (n - 1) * stride - 2 * padding + kernel
