"""Key of one level of a Laplacian pyramid (Burt & Adelson 1983; Denton et al. 2015, https://arxiv.org/abs/1506.05751)."""

import torch.nn.functional as F

from gan_grading.keys import Key

from ._shared import smooth, twice


def mean(x):
    return F.avg_pool2d(x, 2)


def split(down=mean, up=twice, detail=lambda x, larger: x - larger):
    """The split with another way down, another way up or another difference."""

    def answer(x):
        small = down(x)
        return small, detail(x, up(small))

    return answer


def tiled(x):
    return x.repeat(1, 1, 2, 2)


key = Key(
    "parts",
    right=split(),
    worlds={"a small picture and the detail": "even_pictures"},
    parts=["small", "detail"],
)
key.wrong(
    "one_pixel_kept",
    "Your small picture keeps one pixel of each block and forgets the three others.",
    "d takes the mean of all four pixels of a block.",
    split(lambda x: x[..., ::2, ::2]),
    split(lambda x: x[..., 1::2, 1::2]),
    split(lambda x: x[..., ::2, 1::2]),
)
key.wrong(
    "largest_pixel",
    "Your small picture keeps the largest pixel of each block.",
    "d takes the mean of all four pixels of a block, max pooling does not.",
    split(lambda x: F.max_pool2d(x, 2)),
)
key.wrong(
    "sum_of_block",
    "Your small picture holds another multiple of the block's mean.",
    "The sum of four pixels is four times as bright as they are.",
    split(lambda x: 4 * mean(x)),
    split(lambda x: 2 * mean(x)),
    split(lambda x: mean(x) / 4),
)
key.wrong(
    "small_for_detail",
    "The two have changed places.",
    "The small picture comes first, then the detail.",
    lambda x: split()(x)[::-1],
)
key.wrong(
    "detail_turned",
    "Your detail has the wrong sign.",
    "x = u(small) + detail: what has to be added to the enlarged picture?",
    split(detail=lambda x, larger: larger - x),
)
key.wrong(
    "size_of_change",
    "Your detail has lost its sign.",
    "A detail is below 0 where the enlarged picture is too bright: no absolute value, no square.",
    split(detail=lambda x, larger: (x - larger).abs()),
    split(detail=lambda x, larger: (x - larger).square()),
)
key.wrong(
    "no_difference",
    "What you return as the detail is a whole picture.",
    "The detail is what the enlarged small picture lacks: x − u(small).",
    split(detail=lambda x, larger: x),
    split(detail=lambda x, larger: larger),
    split(detail=lambda x, larger: x + larger),
)
key.wrong(
    "smooth_enlargement",
    "The picture that you subtract is enlarged smoothly.",
    "Here u repeats each pixel in a block of 2 by 2. What is interpolate's mode for that?",
    split(up=smooth),
    split(up=lambda x: F.interpolate(x, scale_factor=2, mode="bicubic", align_corners=False)),
    split(up=lambda x: F.interpolate(x, scale_factor=2, mode="bilinear", align_corners=True)),
)
key.wrong(
    "tiled",
    "You lay copies of the small picture side by side, and do not enlarge it.",
    "Each *pixel* is repeated, beside itself and below: repeat_interleave, not repeat.",
    split(up=tiled),
)
key.wrong(
    "one_direction",
    "Only one direction is halved.",
    "A block has two rows and two columns.",
    lambda x: (
        F.avg_pool2d(x, (1, 2)),
        x - F.interpolate(F.avg_pool2d(x, (1, 2)), scale_factor=(1.0, 2.0)),
    ),
    lambda x: (
        F.avg_pool2d(x, (2, 1)),
        x - F.interpolate(F.avg_pool2d(x, (2, 1)), scale_factor=(2.0, 1.0)),
    ),
)
key.wrong(
    "channels_mixed",
    "The channels are mixed with each other.",
    "Each channel of each picture is halved by itself: the mean runs over the last two dimensions.",
    split(lambda x: mean(x).mean(1, keepdim=True).expand(-1, x.shape[1], -1, -1)),
)
key.wrong(
    "mean_removed",
    "Your detail is measured from the mean of the whole picture.",
    "Every block has a mean of its own: that is what the small picture holds.",
    lambda x: (mean(x), x - x.mean((2, 3), keepdim=True)),
    lambda x: (mean(x), x - x.mean()),
)
key.wrong(
    "overlapping",
    "Your blocks overlap, or are padded.",
    "Each pixel belongs to one block: the step is as long as the block.",
    split(lambda x: F.avg_pool2d(x, 3, stride=2, padding=1)),
    split(lambda x: F.avg_pool2d(x, 3, stride=2, padding=1, count_include_pad=False)),
)
