"""Key of the peak signal-to-noise ratio of pictures with values from 0 to 1."""

from gan_grading.keys import Key

from ._shared import grey


def error(x, y):
    return (x - y).square().flatten(1).mean(1)


def right(x, y):
    return -10 * error(x, y).log10()


def of_error(formula):
    return lambda x, y: formula(error(x, y))


def case(on, channels=1, height=4, width=6, y=None, **sizes):
    shape = ("N", channels, height, width)
    return {"on": on, "given": [grey(*shape), y or grey(*shape)], "sizes": sizes}


key = Key(
    "values",
    right=right,
    names=["x", "y"],
    returns="tensor",
    parts=[
        {
            "criterion": "a number for each picture",
            "cases": [
                {
                    "on": "pictures off by 0.1 and by 0.01 everywhere",
                    "given": [
                        {"is": [[[[0.5, 0.25]]], [[[0.5, 0.25]]]]},
                        {"is": [[[[0.6, 0.35]]], [[[0.49, 0.24]]]]},
                    ],
                },
                case("several pictures", N=[3, 5]),
                case("one upright picture", 1, 5, 2, N=1),
                case("several channels", 3, 2, 3, N=2),
                case("two pictures of one pixel", 1, 1, 1, N=2),
                case("many pictures", 1, 2, 2, N={"hidden": 60, "public": 9}),
            ],
        },
        {
            "criterion": "hardly and very different",
            "cases": [
                {
                    "on": "differences of 0.0002, 0.01 and 1",
                    "given": [{"is": [[[[0.0002]]], [[[0.01]]], [[[1.0]]]]}, {"is": [[[[0.0]]]] * 3}],
                }
            ],
            "goes_on": True,
        },
    ],
)
key.wrong(
    "one_for_all",
    "Your result is one number for the whole batch, or is made of one error for all pictures.",
    "Each picture has an error of its own: mean over its pixels, then the logarithm. N pictures have N numbers.",
    lambda x, y: -10 * (x - y).square().mean().log10(),
    lambda x, y: -10 * (x - y).square().mean().log10().expand(len(x)),
    lambda x, y: right(x, y).mean(),
    lambda x, y: right(x, y).mean(0, keepdim=True),
)
key.wrong(
    "sign",
    "Your decibels have the wrong sign.",
    "The smaller the error, the higher the ratio: 1 / MSE stands under the logarithm.",
    lambda x, y: -right(x, y),
)
key.wrong(
    "other_logarithm",
    "Your logarithm has another base.",
    "Decibels count in tens: log₁₀, `torch.log10`.",
    of_error(lambda e: -10 * e.log()),
    of_error(lambda e: -10 * e.log2()),
)
key.wrong(
    "factor",
    "The factor in front of the logarithm is another one than 10.",
    "10 log₁₀ (1 / MSE) is the same as 20 log₁₀ (1 / √MSE), and not 20 log₁₀ (1 / MSE).",
    of_error(lambda e: -20 * e.log10()),
    of_error(lambda e: -e.log10()),
    of_error(lambda e: -5 * e.log10()),
    of_error(lambda e: -e.log()),
)
key.wrong(
    "absolute_error",
    "Your error is not the mean of squared differences.",
    "MSE: square every difference, then take the mean.",
    lambda x, y: -10 * (x - y).abs().flatten(1).mean(1).log10(),
    lambda x, y: -20 * (x - y).abs().flatten(1).mean(1).log10(),
    lambda x, y: -10 * (x - y).flatten(1).mean(1).square().log10(),
    lambda x, y: -10 * (x - y).square().flatten(1).amax(1).log10(),
    lambda x, y: -10 * (x - y).square().flatten(1).median(1).values.log10(),
    lambda x, y: -10 * (x.square() - y.square()).abs().flatten(1).mean(1).log10(),
)
key.wrong(
    "sum_over_pixels",
    "The squared differences are added up, not averaged.",
    "M in MSE is for the mean: a larger picture is not a worse one.",
    lambda x, y: -10 * (x - y).square().flatten(1).sum(1).log10(),
    lambda x, y: -20 * (x - y).flatten(1).norm(dim=1).log10(),
)
key.wrong(
    "mean_of_logarithms",
    "The logarithm comes before the mean.",
    "First the mean over the pixels of a picture, then one logarithm.",
    lambda x, y: (-10 * (x - y).square().log10()).flatten(1).mean(1),
)
key.wrong(
    "peak",
    "Your peak is not 1.",
    "The pictures run from 0 to 1: the largest value possible is 1, whatever the largest one in them is.",
    of_error(lambda e: 10 * (255**2 / e).log10()),
    of_error(lambda e: 10 * (4 / e).log10()),
    of_error(lambda e: 10 * (255 / e).log10()),
    of_error(lambda e: 10 * (2 / e).log10()),
    lambda x, y: 10 * (y.flatten(1).amax(1).square() / error(x, y)).log10(),
    lambda x, y: 10 * (x.flatten(1).amax(1).square() / error(x, y)).log10(),
    lambda x, y: 10 * (x.amax().square() / error(x, y)).log10(),
    lambda x, y: 10 * (y.amax().square() / error(x, y)).log10(),
    lambda x, y: 10 * (x.flatten(1).square().mean(1) / error(x, y)).log10(),
    lambda x, y: 10 * (y.flatten(1).square().mean(1) / error(x, y)).log10(),
)
key.wrong(
    "wrong_axes",
    "Your mean does not run over all pixels and channels of each picture.",
    "Shape (N, C, H, W): everything but the first dimension belongs to one picture.",
    lambda x, y: -10 * (x - y).square().mean((2, 3)).log10(),
    lambda x, y: (-10 * (x - y).square().mean((2, 3)).log10()).mean(1),
    lambda x, y: -10 * (x - y).square().mean(1).log10(),
    lambda x, y: -10 * (x - y).square().mean(0).log10(),
    lambda x, y: -10 * (x - y).square().mean((0, 2, 3)).log10(),
    lambda x, y: -10 * (x - y).square().mean((1, 2)).log10(),
    lambda x, y: (-10 * (x - y).square().mean((1, 2)).log10()).mean(1),
    lambda x, y: -10 * (x - y).square().mean((1, 2, 3), keepdim=True).log10(),
)
key.wrong(
    "no_logarithm",
    "The logarithm is missing.",
    "Decibels are a logarithm of the ratio.",
    of_error(lambda e: 1 / e),
    of_error(lambda e: 10 / e),
    of_error(lambda e: e),
    of_error(lambda e: -e),
)
key.wrong(
    "padded_error",
    "Something is added to the error, or it is cut, before the logarithm.",
    "No picture equals its original here, so nothing has to be kept from 0. What is added shows where the error is small.",
    *(of_error(lambda e, by=by: -10 * (e + by).log10()) for by in (1e-6, 1e-7, 1e-8, 1e-5, 1e-4, 1e-3)),
    *(of_error(lambda e, by=by: -10 * e.clamp(min=by).log10()) for by in (1e-6, 1e-7, 1e-5, 1e-4, 1e-3)),
    of_error(lambda e: (-10 * e.log10()).clamp(max=50)),
    of_error(lambda e: -10 * (1 + e).log10()),
    of_error(lambda e: 10 * (1 + 1 / e).log10()),
    share=0.5,
)
