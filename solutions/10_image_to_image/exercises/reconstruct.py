"""Key of putting a Laplacian pyramid together (Denton et al. 2015, https://arxiv.org/abs/1506.05751, equation 2)."""

from gan_course.exercises.values import DETACHED
from gan_grading.keys import Key

from ._shared import pictures, smooth, twice


def together(step=lambda x, detail: twice(x) + detail, order=lambda details: details):
    """The reconstruction with another step, or another order of the details."""

    def answer(smallest, *details):
        x = smallest
        for detail in order(details):
            x = step(x, detail)
        return x

    return answer


def largest(step):
    """Add details to one another at the last size; where there is none, the smallest comes back."""
    return lambda smallest, *details: step(smallest, details) if details else smallest


def to(x, like):
    while x.shape[-1] < like.shape[-1]:
        x = twice(x)
    return x


def case(on, levels, h=2, w=3, **sizes):
    given = [
        pictures("N", "C", h, w),
        *(pictures("N", "C", h * 2**k, w * 2**k) for k in range(1, levels + 1)),
    ]
    # The last one has the size of what comes back.
    slopes = [levels, *range(levels)]
    return {"on": on, "given": given, "sizes": {"C": 1, **sizes}, "slopes": slopes, "rows": 4}


key = Key(
    "values",
    right=together(),
    names=["smallest", "the first detail", "the second detail", "the third detail"],
    returns="tensor",
    parts=[
        {
            "criterion": "two levels",
            "cases": [
                {
                    "on": "(0.25) and the detail of exercise 1",
                    "given": [{"is": [[[[0.25]]]]}, {"is": [[[[0.75, -0.25], [-0.25, -0.25]]]]}],
                    "slopes": [1, 0],
                    "rows": 4,
                },
                case("one detail", 1, N=[2, 4]),
                case("two details", 2, N=[2, 3], C={"hidden": 3, "public": 1}),
            ],
        },
        {
            "criterion": "as many levels as there are",
            "cases": [
                case("no detail", 0, 3, 2, N=2),
                case("three details, one picture", 3, 1, 1, N=1),
                case("two details of several channels", 2, 1, 2, N=1, C=2),
            ],
            "otherwise": "fixed_levels",
        },
    ],
)
key.wrong(
    "finest_first",
    "The details are taken in the wrong order.",
    "They come from the coarsest to the finest, as they are needed: the first one has twice the smallest picture's size.",
    together(order=lambda details: details[::-1]),
)
key.wrong(
    "subtracted",
    "The details are subtracted.",
    "x = u(small) + detail.",
    together(lambda x, detail: twice(x) - detail),
    together(lambda x, detail: detail - twice(x)),
)
key.wrong(
    "details_forgotten",
    "The details, or some of them, do not enter.",
    "Without its detail an enlarged picture is only blocks.",
    together(lambda x, detail: twice(x)),
    largest(lambda x, details: to(x, details[-1]) + details[-1]),
    largest(lambda x, details: twice(x) + details[0]),
    together(order=lambda details: details[:1]),
    together(order=lambda details: details[:-1]),
)
key.wrong(
    "picture_forgotten",
    "The picture itself gets lost on the way: only details are left.",
    "Enlarge what you have so far, and add the next detail to that.",
    largest(lambda x, details: details[-1]),
    largest(lambda x, details: twice(x) if len(details) < 2 else twice(details[-2]) + details[-1]),
    together(lambda x, detail: detail),
)
key.wrong(
    "smallest_each_time",
    "You go on from the smallest picture each time, and not from what you have put together so far.",
    "The next level enlarges the result of the one before, details included.",
    largest(lambda x, details: to(x, details[-1]) + details[-1]),
)
key.wrong(
    "smooth_enlargement",
    "The pictures are enlarged smoothly.",
    "Use the u with which the details were made: each pixel repeated in a block of 2 by 2.",
    together(lambda x, detail: smooth(x) + detail),
)
key.wrong(
    "tiled",
    "You lay copies of the picture side by side, and do not enlarge it.",
    "Each *pixel* is repeated, beside itself and below: repeat_interleave, not repeat.",
    together(lambda x, detail: x.repeat(1, 1, 2, 2) + detail),
)
key.wrong(
    "clamped",
    "Something cuts the values.",
    "Here the numbers are put together exactly as they come; cutting them to 0 to 1 is the caller's business.",
    together(lambda x, detail: (twice(x) + detail).clamp(0, 1)),
    lambda smallest, *details: together()(smallest, *details).clamp(0, 1),
    lambda smallest, *details: together()(smallest, *details).clamp(-1, 1),
    lambda smallest, *details: together()(smallest, *details).sigmoid(),
    lambda smallest, *details: together()(smallest, *details).tanh(),
)
key.wrong(
    "averaged",
    "Picture and detail are averaged or weighed.",
    "A detail is added as it is.",
    together(lambda x, detail: (twice(x) + detail) / 2),
    together(lambda x, detail: twice(x) + detail / 2),
    together(lambda x, detail: twice(x) + 2 * detail),
)
key.wrong(
    "fixed_levels",
    "With another number of details your result is another one.",
    "There may be none, one or many: a loop over `details` visits just as many as there are.",
    share=0.5,
)
key.also(
    DETACHED,
    together(lambda x, detail: twice(x.detach()) + detail),
    together(lambda x, detail: twice(x) + detail.detach()),
    lambda smallest, *details: together()(smallest, *details).detach(),
)
