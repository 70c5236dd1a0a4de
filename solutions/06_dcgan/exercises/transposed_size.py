"""Key of the size after a transposed convolution (Dumoulin and Visin 2016, relation 13, https://arxiv.org/abs/1603.07285)."""

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

key = Key(
    "layer_sizes",
    right=transposed_size,
    worked=[[8, 4, 2, 1], [4, 4, 2, 0], [1, 7, 1, 0], [1, 4, 3, 1]],
    kernel_fits=False,
)
key.also(NOT_ROUNDED)
key.wrong(
    "padding_added",
    "The padding makes your output larger.",
    "In a transposed convolution padding is cut away from the result: it undoes what padding added.",
    lambda n, kernel, stride, padding: (n - 1) * stride + 2 * padding + kernel,
    lambda n, kernel, stride, padding: (n - 1) * stride + padding + kernel,
)
key.also(PADDING_ONCE, lambda n, kernel, stride, padding: (n - 1) * stride - padding + kernel)
key.also(
    PADDING_MISUSED,
    lambda n, kernel, stride, padding: (n - 1) * stride + kernel,
    lambda n, kernel, stride, padding: (n - 1) * stride - 2 + kernel,
    lambda n, kernel, stride, padding: (n - 1) * stride - padding**2 + kernel,
    lambda n, kernel, stride, padding: (n - 1 - 2 * padding) * stride + kernel,
    lambda n, kernel, stride, padding: (n - 1 - padding) * stride + kernel,
)
key.wrong(
    "steps_miscounted",
    "Your formula counts another number of steps than there are between n stamps.",
    "Between two stamps lies one step, between three lie two.",
    lambda n, kernel, stride, padding: n * stride - 2 * padding + kernel,
    lambda n, kernel, stride, padding: (n + 1) * stride - 2 * padding + kernel,
    lambda n, kernel, stride, padding: (n - 2) * stride - 2 * padding + kernel,
    lambda n, kernel, stride, padding: n * stride - 2 * padding + kernel - 1,
    lambda n, kernel, stride, padding: n * stride - 2 * padding + kernel + 1,
)
key.also(
    OFF_BY_ONE,
    lambda n, kernel, stride, padding: (n - 1) * stride - 2 * padding + kernel + 1,
    lambda n, kernel, stride, padding: (n - 1) * stride - 2 * padding + kernel - 1,
)
key.also(
    STRIDE_MISUSED,
    lambda n, kernel, stride, padding: n - 1 - 2 * padding + kernel,
    lambda n, kernel, stride, padding: (n - 1) * 2 - 2 * padding + kernel,
    lambda n, kernel, stride, padding: n * stride - 2 * padding + kernel - 2,
    lambda n, kernel, stride, padding: n - stride - 2 * padding + kernel,
    lambda n, kernel, stride, padding: (n - 1) // stride - 2 * padding + kernel,
)
key.also(STRIDE_ALONE, lambda n, kernel, stride, padding: n * stride)
key.also(FIXED_FACTOR, lambda n, kernel, stride, padding: 2 * n)
key.also(
    KERNEL_MISUSED,
    lambda n, kernel, stride, padding: (n - 1) * stride - 2 * padding,
    lambda n, kernel, stride, padding: (n - 1) * stride - 2 * padding + 1,
    lambda n, kernel, stride, padding: (n - 1) * stride - 2 * padding - kernel,
    lambda n, kernel, stride, padding: (n - 1) * stride - 2 * padding + 4,
    lambda n, kernel, stride, padding: n * stride - 2 * padding + 2,
    lambda n, kernel, stride, padding: n * stride - 2 * padding,
    lambda n, kernel, stride, padding: (n - 1) * stride + 2 * padding - kernel,
    lambda n, kernel, stride, padding: (n - 1) * (stride + kernel) - 2 * padding,
    lambda n, kernel, stride, padding: (n - 1) * kernel - 2 * padding + stride,
)
key.also(OTHER_LAYER, conv_size)
key.wrong(
    "other_layer_turned",
    "This is the formula of a convolution with one of its operations turned round.",
    "Start from the picture of the stamps: where does the last one begin, where does it end, what is cut away?",
    lambda n, kernel, stride, padding: (n + 2 * padding - kernel) * stride + 1,
    lambda n, kernel, stride, padding: (n - 2 * padding + kernel) * stride + 1,
    lambda n, kernel, stride, padding: (n - 2 * padding + kernel) * stride - 1,
    lambda n, kernel, stride, padding: (n + 2 * padding - kernel) // stride - 1,
)
