"""Key of the value V of the game of two networks, mean log σ(real) + mean log(1 − σ(fake))."""

import math

import torch
import torch.nn.functional as F

from gan_grading.keys.losses import LossKey


def of_real(a):
    """What a real sample adds to V, log σ(a)."""
    return F.logsigmoid(a)


def of_fake(a):
    """What a fake sample adds to V, log(1 − σ(a))."""
    return F.logsigmoid(-a)


def pooled(factor):
    def value(real, fake):
        return factor * torch.cat([of_real(real).reshape(-1), of_fake(fake).reshape(-1)]).mean()

    return value


key = LossKey(
    right=(of_real, of_fake),
    batches=["real logit", "fake logit"],
    worked=[[2.0, -1.0, 0.5], [-0.5, 1.5, -3.0, 0.25, 1.0]],
)
sign = key.wrong(
    "sign",
    "The sign is turned round: a loss is small where V is large.",
    "V is a sum of two averages of logarithms of probabilities; it is never positive.",
    (lambda a: -of_real(a), lambda a: -of_fake(a)),
    (lambda a: -of_real(a) / 2, lambda a: -of_fake(a) / 2),
    pooled(-2.0),
    pooled(-1.0),
)
key.wrong(
    "halved",
    "You return half of V.",
    "V is the sum of two expectations. In one mean over a balanced batch, how much does each count?",
    (lambda a: of_real(a) / 2, lambda a: of_fake(a) / 2),
)
key.wrong(
    "doubled",
    "You return twice V.",
    "V is the sum of two expectations, each with its own mean. Where −2·BCE is right, BCE is one mean over both.",
    (lambda a: 2 * of_real(a), lambda a: 2 * of_fake(a)),
)
swapped = key.wrong(
    "labels_swapped",
    "Real samples are treated as label 0 and fakes as label 1.",
    "log D belongs to the data: label 1 is what D should say of a real sample.",
    (of_fake, of_real),
    (lambda a: -of_fake(a), lambda a: -of_real(a)),
)
key.wrong(
    "same_label",
    "Real and fake samples get the same label.",
    "BCE with label 1 gives log D, with label 0 it gives log(1 − D). Where does V need which?",
    (of_real, of_real),
    (of_fake, of_fake),
    (lambda a: -of_real(a), lambda a: -of_real(a)),
    (lambda a: -of_fake(a), lambda a: -of_fake(a)),
)
key.wrong(
    "one_term",
    "One of the two expectations of V is missing.",
    "V judges D on the data and on what the generator makes.",
    (of_real, torch.zeros_like),
    (torch.zeros_like, of_fake),
)
key.wrong(
    "subtracted",
    "The two expectations are subtracted.",
    "V adds both; each is an average of logarithms of probabilities, and negative.",
    (of_real, lambda a: -of_fake(a)),
    (lambda a: -of_real(a), of_fake),
)
key.wrong(
    "sigmoid_twice",
    "A sigmoid is applied twice on the way to V.",
    "The function with 'logits' in its name applies σ by itself: give it the logits as they are.",
    (lambda a: of_real(torch.sigmoid(a)), lambda a: of_fake(torch.sigmoid(a))),
)
key.wrong(
    "expects_probabilities",
    "The logits are treated as if they were probabilities.",
    "A logit is any real number. The function with 'logits' in its name knows what to do with it.",
    (torch.log, lambda a: torch.log(1 - a)),
)
key.wrong(
    "wrong_base",
    "Your logarithm has another base than e.",
    "log in V is the natural logarithm.",
    (lambda a: of_real(a) / math.log(2), lambda a: of_fake(a) / math.log(2)),
)
key.wrong(
    "pairs_samples",
    "You add what real and fake samples give one by one, so you need as many of one as of the other.",
    "Each expectation has a mean of its own: average each batch first, then add the two numbers.",
    lambda r, f: (of_real(r) + of_fake(f)).mean(),
    lambda r, f: (of_real(r[: len(f)]) + of_fake(f[: len(r)])).mean(),
    lambda r, f: of_real(r[: len(f)]).mean() + of_fake(f[: len(r)]).mean(),
)
key.wrong(
    "pooled",
    "You return −2·BCE of all samples together, which is V only if there are as many real as fake ones.",
    "V has two expectations, each with its own mean: a batch with more fakes must not make their term heavier.",
    pooled(2.0),
    share=0.5,
)
key.wrong(
    "pooled_once",
    "You return one mean over all samples, in which each expectation counts half at most.",
    "Work the balanced case first: which factor makes V of the mean over 2N samples?",
    pooled(1.0),
)
