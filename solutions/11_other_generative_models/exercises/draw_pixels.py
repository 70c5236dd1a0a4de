"""Key of drawing from a PixelCNN, pixel by pixel (van den Oord et al. 2016, https://arxiv.org/abs/1601.06759, section 2)."""

import torch
import torch.nn.functional as F

from gan_grading.keys import Key


def over_rows(height, width):
    return [(i, j) for i in range(height) for j in range(width)]


def over_columns(height, width):
    return [(i, j) for j in range(width) for i in range(height)]


def backwards(height, width):
    return over_rows(height, width)[::-1]


def white(p, u):
    return (u < p).float()


def log_chance(logit, x):
    return -F.binary_cross_entropy_with_logits(logit, x, reduction="none")


def draw(
    order=over_rows,
    pick=white,
    chance=log_chance,
    counts=None,
    keep=True,
    clear=False,
    blind=False,
    once=False,
):
    """Make an answer that may differ from the right one.

    Args:
        order: of the pixels.
        pick: makes a pixel of its probability and its number u.
        chance: what a pixel adds to log P, from its logit and itself.
        counts: which pixels add to log P, from `fresh`; those drawn, if not given.
        keep: whether given pixels are kept.
        clear: whether the network is shown a picture without the given pixels.
        blind: whether what was drawn is not shown to the network.
        once: whether the network is asked only once.
    """

    def answer(network, start, given, u):
        with torch.no_grad():
            x = torch.zeros_like(start) if clear or not keep else torch.where(given, start, 0.0)
            log_p, first = torch.zeros(len(x)), x.clone()
            logits = network(x)
            for i, j in order(*x.shape[2:]):
                logits = logits if once else network(first if blind else x)
                logit, fresh = logits[:, 0, i, j], ~given[:, 0, i, j]
                drawn = pick(logit.sigmoid(), u[:, 0, i, j])
                x[:, 0, i, j] = torch.where(fresh, drawn, start[:, 0, i, j]) if keep else drawn
                add = chance(logit, x[:, 0, i, j])
                log_p = log_p + add * (counts(fresh) if counts else fresh)
            return x, log_p

    return answer


def pictures_and(log_p):
    """The right pictures with another number for each of them."""

    def answer(network, start, given, u):
        x, right_log_p = draw()(network, start, given, u)
        return x, log_p(right_log_p, x, given)

    return answer


key = Key("pixel_by_pixel", right=draw())
key.wrong(
    "all_at_once",
    "The pixels do not follow from those drawn before them: the network is asked once, or shown a picture that stays as it was.",
    "Pixel (i, j) depends on all earlier ones, so the network has to see them as they were drawn. When is it called?",
    draw(once=True),
    draw(blind=True),
)
key.wrong(
    "order",
    "The pixels are drawn in another order than the network was trained for.",
    "Row by row from the top, in each row from the left. Which of the two loops is the outer one?",
    draw(order=over_columns),
    draw(order=backwards),
    draw(order=lambda h, w: [(i, j) for i in range(h) for j in reversed(range(w))]),
    draw(order=lambda h, w: [(i, j) for i in reversed(range(h)) for j in range(w)]),
)
key.wrong(
    "colours_swapped",
    "White and black have changed places.",
    "σ(a) is the chance of white. u is below σ(a) with exactly this chance: which colour belongs to it?",
    draw(pick=lambda p, u: (u > p).float()),
    draw(pick=lambda p, u: (u > p).float(), chance=lambda a, x: log_chance(-a, x)),
)
key.wrong(
    "likeliest",
    "Your pixels are the likelier of the two colours: nothing is drawn.",
    "A chance of 0.6 has to give black in four of ten pictures. That is what u is for.",
    draw(pick=lambda p, u: (p > 0.5).float()),
    draw(pick=lambda p, u: p.round()),
)
key.wrong(
    "chances_for_pixels",
    "You return chances or logits where pixels, 0 or 1, are asked for.",
    "Compare the chance with u: one is drawn, the other not.",
    draw(pick=lambda p, u: p),
    draw(pick=lambda p, u: p.logit()),
)
key.wrong(
    "logits_as_chances",
    "u is compared with the logit, or with something else than its chance.",
    "A logit of 0 stands for one half. Which function makes a chance of it?",
    draw(pick=lambda p, u: (u < p.logit()).float()),
    draw(pick=lambda p, u: (u < p.sigmoid()).float()),
    draw(pick=lambda p, u: (u < p.logit().exp()).float()),
    draw(pick=lambda p, u: (u < p.square()).float()),
    draw(pick=lambda p, u: (1 - u < p).float()),
)
key.wrong(
    "given_pixels_lost",
    "The given pixels are drawn anew.",
    "Where `given` is True, the pixel of `start` stays, and the network sees it.",
    draw(keep=False),
    draw(keep=False, counts=torch.ones_like),
    lambda network, start, given, u: (
        torch.where(given, start, draw(keep=False)(network, start, given, u)[0]),
        draw(keep=False)(network, start, given, u)[1],
    ),
)
key.wrong(
    "given_counted",
    "The given pixels count in your log-probability.",
    "Asked is the chance of what was drawn: a pixel that was handed in had no choice.",
    draw(counts=torch.ones_like),
    draw(counts=lambda fresh: ~fresh),
)
key.wrong(
    "white_only",
    "Your log-probability counts white pixels as if all were white, or leaves one of the colours out.",
    "A pixel drawn black had the chance 1 − σ(a).",
    draw(chance=lambda a, x: F.logsigmoid(a)),
    draw(chance=lambda a, x: F.logsigmoid(a) * x),
    draw(chance=lambda a, x: F.logsigmoid(-a) * (1 - x)),
    draw(chance=lambda a, x: F.logsigmoid(-a)),
    draw(chance=lambda a, x: log_chance(-a, x)),
    draw(chance=lambda a, x: log_chance(a, 1 - x)),
)
key.wrong(
    "sign",
    "Your log-probability is positive.",
    "The logarithm of a chance is never above 0: a cross-entropy is its negative.",
    draw(chance=lambda a, x: -log_chance(a, x)),
    draw(chance=lambda a, x: -log_chance(a, x), counts=torch.ones_like),
)
key.wrong(
    "not_the_sum",
    "You return something else than the sum of the logarithms for each picture.",
    "The chances of a picture's pixels multiply, so their logarithms add up: one number for each picture.",
    pictures_and(lambda log_p, x, given: log_p.exp()),
    pictures_and(lambda log_p, x, given: log_p.sum()),
    pictures_and(lambda log_p, x, given: log_p.mean()),
    pictures_and(lambda log_p, x, given: log_p / x[0].numel()),
    pictures_and(lambda log_p, x, given: log_p / (~given).flatten(1).sum(1)),
    pictures_and(lambda log_p, x, given: log_p / torch.log(torch.tensor(2.0))),
    pictures_and(lambda log_p, x, given: log_p[:, None]),
    pictures_and(lambda log_p, x, given: torch.zeros_like(log_p)),
    pictures_and(lambda log_p, x, given: log_p.sum().expand(len(x))),
    draw(chance=lambda a, x: log_chance(a, x).exp()),
    draw(chance=lambda a, x: a),
    draw(chance=lambda a, x: a * x),
    draw(chance=lambda a, x: log_chance(a.sigmoid(), x)),
)
