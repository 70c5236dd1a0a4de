"""Key of Bayes' rule in log space: softmax over the classes."""

import torch
import torch.nn.functional as F

from gan_grading.keys import Key

key = Key(
    "parts",
    right=lambda s: s.softmax(1),
    worlds={"share of each class": "scores"},
    further=[{"criterion": "scores of any size", "world": "far_scores", "otherwise": "underflow"}],
)
key.wrong(
    "joint_not_normalised",
    "Your posteriors do not add up to 1 in each row: the joint is not normalised.",
    "Bayes' rule divides the joint by P(x), which is the sum of the joint over the classes.",
    torch.exp,
    lambda s: (s - s.amax(1, keepdim=True)).exp(),
    lambda s: (s - s.max()).exp(),
    lambda s: s.exp() / s.exp().mean(1, keepdim=True),
    lambda s: s.exp() / s.exp().amax(),
    lambda s: s.exp().mean(1, keepdim=True) * s.softmax(1),
    lambda s: F.normalize(s.exp(), dim=1),
)
key.wrong(
    "wrong_axis",
    "The columns add up to 1, or the whole table does, instead of the rows.",
    "For one x the classes share one whole. Along which dimension do the classes lie?",
    lambda s: s.softmax(0),
    lambda s: s.exp() / s.exp().sum(),
    lambda s: s.exp() / s.exp().sum(0),
)
key.wrong(
    "log_returned",
    "You return the logarithm of the posterior.",
    "The exercise asks for the probabilities themselves.",
    lambda s: s.log_softmax(1),
)
key.wrong(
    "not_divided",
    "The largest score of each row was subtracted, and that is all.",
    "Shifted scores are still logarithms: exponentials come next, and then the division by their sum.",
    lambda s: s - s.amax(1, keepdim=True),
    lambda s: s - s.max(),
)
key.wrong(
    "no_exponential",
    "The scores are divided or squashed without going back from logarithms to joints.",
    "A score is a logarithm. Which function undoes it, before anything is added up?",
    lambda s: s / s.sum(1, keepdim=True),
    torch.sigmoid,
    lambda s: s.abs() / s.abs().sum(1, keepdim=True),
    lambda s: s.sigmoid() / s.sigmoid().sum(1, keepdim=True),
    lambda s: s,
)
key.wrong(
    "other_exponential",
    "The exponential is not taken once, of the scores as they are: its sign, base or number differs.",
    "A score is the natural logarithm of the joint: e to the power of the score is the joint itself.",
    lambda s: s.exp().softmax(1),
    lambda s: s.softmax(1).softmax(1),
    lambda s: (-s).softmax(1),
    lambda s: (2**s) / (2**s).sum(1, keepdim=True),
)
key.wrong(
    "verdict",
    "You return the best class, or 0 and 1, not probabilities.",
    "How sure can one be of the best class? The scores of the others matter, too.",
    lambda s: F.one_hot(s.argmax(1), s.shape[1]),
    lambda s: s.argmax(1),
    lambda s: s.softmax(1).amax(1),
    lambda s: s >= s.amax(1, keepdim=True),
)
key.wrong(
    "underflow",
    "With scores of −2000 or +500 what comes back is NaN, 0 or wrong.",
    "e^(−2000) is 0 and e^500 infinite to a computer. Adding one number to all scores of a row changes "
    "nothing: choose it row by row so that the largest becomes harmless.",
    share=0.5,
)
