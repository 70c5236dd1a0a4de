"""Key of the size after a convolution (Dumoulin and Visin 2016, relation 6, https://arxiv.org/abs/1603.07285)."""

from gan_course.exercises.experiments.layer_sizes import NOT_ROUNDED
from gan_grading.keys.key import Key

from ._shared import (
    FIXED_FACTOR,
    KERNEL_MISUSED,
    OFF_BY_ONE,
    OTHER_LAYER,
    PADDING_MISUSED,
    PADDING_ONCE,
    STRIDE_ALONE,
    STRIDE_MISUSED,
    conv_size,
    transposed_size,
)

key = Key("layer_sizes", right=conv_size, worked=[[16, 4, 2, 1], [1, 5, 1, 2]])
key.also(NOT_ROUNDED, lambda n, kernel, stride, padding: (n + 2 * padding - kernel) / stride + 1)
key.wrong(
    "rounds_up",
    "Where the last move does not fit, your formula counts it all the same.",
    "A kernel that would hang over the edge is not placed: pixels that are left over are dropped.",
    lambda n, kernel, stride, padding: -(-(n + 2 * padding - kernel) // stride) + 1,
    lambda n, kernel, stride, padding: round((n + 2 * padding - kernel) / stride) + 1,
    lambda n, kernel, stride, padding: (n + 2 * padding) // stride - kernel // stride + 1,
    lambda n, kernel, stride, padding: round((n + 2 * padding - kernel) / stride + 1),
)
key.also(PADDING_ONCE, lambda n, kernel, stride, padding: (n + padding - kernel) // stride + 1)
key.also(
    PADDING_MISUSED,
    lambda n, kernel, stride, padding: (n - kernel) // stride + 1,
    lambda n, kernel, stride, padding: (n - 2 * padding - kernel) // stride + 1,
    lambda n, kernel, stride, padding: (n - padding - kernel) // stride + 1,
    lambda n, kernel, stride, padding: (n - kernel) // stride + 1 + 2 * padding,
    lambda n, kernel, stride, padding: (n - kernel) // stride + 1 + padding,
    lambda n, kernel, stride, padding: (n + padding**2 - kernel) // stride + 1,
    lambda n, kernel, stride, padding: (n + 2 - kernel) // stride + 1,
)
key.also(
    OFF_BY_ONE,
    lambda n, kernel, stride, padding: (n + 2 * padding - kernel) // stride,
    lambda n, kernel, stride, padding: (n + 2 * padding - kernel) // stride + 2,
    lambda n, kernel, stride, padding: (n + 2 * padding - kernel) // stride - 1,
    lambda n, kernel, stride, padding: (n + 2 * padding - kernel + 1) // stride + 1,
    lambda n, kernel, stride, padding: (n + 2 * padding - kernel - 1) // stride + 1,
    lambda n, kernel, stride, padding: (n + 2 * padding - kernel + 1) // stride,
    lambda n, kernel, stride, padding: (n + 2 * padding - kernel + stride - 1) // stride,
    lambda n, kernel, stride, padding: max(1, (n + 2 * padding - kernel + stride - 1) // stride),
)
key.also(
    STRIDE_MISUSED,
    lambda n, kernel, stride, padding: n + 2 * padding - kernel + 1,
    lambda n, kernel, stride, padding: (n + 2 * padding - kernel) // 2 + 1,
    lambda n, kernel, stride, padding: n + 2 * padding - kernel - stride + 1,
    lambda n, kernel, stride, padding: (n + 2 * padding - kernel) // stride + stride,
    lambda n, kernel, stride, padding: (n + 2 * padding - kernel) * stride + 1,
)
key.also(
    STRIDE_ALONE,
    lambda n, kernel, stride, padding: n // stride,
    lambda n, kernel, stride, padding: -(-n // stride),
)
key.also(FIXED_FACTOR, lambda n, kernel, stride, padding: n // 2, lambda n, kernel, stride, padding: n / 2)
key.also(
    KERNEL_MISUSED,
    lambda n, kernel, stride, padding: (n + 2 * padding) // stride,
    lambda n, kernel, stride, padding: (n + 2 * padding) // stride + 1,
    lambda n, kernel, stride, padding: (n + 2 * padding + kernel) // stride + 1,
    lambda n, kernel, stride, padding: (n + 2 * padding - 4) // stride + 1,
    lambda n, kernel, stride, padding: (n + 2 * padding - 3) // stride + 1,
    lambda n, kernel, stride, padding: (n + 2 * padding - kernel // 2) // stride + 1,
)
key.wrong(
    "divides_too_early",
    "You divide by the stride before everything is added up.",
    "The kernel slides over the padded row: first find how far it can move, then divide.",
    lambda n, kernel, stride, padding: n // stride + 2 * padding - kernel + 1,
    lambda n, kernel, stride, padding: n + 2 * padding - kernel // stride + 1,
    lambda n, kernel, stride, padding: n + (2 * padding - kernel) // stride + 1,
    lambda n, kernel, stride, padding: (n + 2 * padding) // stride - kernel + 1,
    lambda n, kernel, stride, padding: (n - kernel) // stride + 2 * (padding // stride) + 1,
)
key.also(OTHER_LAYER, transposed_size)
