"""Key of the generator's loss against a critic, −E[f(G(z))] (Arjovsky et al. 2017, https://arxiv.org/abs/1701.07875)."""

import torch
import torch.nn.functional as F

from gan_grading.keys.losses import LossKey

key = LossKey(
    right=(lambda a: -a,),
    batches=["fake value"],
    far=100.0,
    worked=[[-6.0, -0.5, 0.25, 1.5, 3.0]],
)
key.wrong(
    "wrong_way",
    "Minimising your loss makes G worse: its slope has the wrong sign.",
    "G wants the critic's value of its samples high, and an optimiser goes downhill.",
    (lambda a: a * 1.0,),
    lambda f: -f.min(),
)
key.wrong(
    "sigmoid_critic",
    "The critic's values pass through a sigmoid (or another curve that flattens out).",
    "A critic returns heights, not probabilities. What does the sigmoid do to the slope far from 0?",
    (lambda a: -torch.sigmoid(a),),
    (lambda a: 1 - torch.sigmoid(a),),
    (torch.sigmoid,),
    (lambda a: -torch.tanh(a),),
    lambda f: -torch.sigmoid(f.mean()),
)
key.wrong(
    "log_kept",
    "A logarithm of the old game is left in your loss.",
    "The distance is a difference of two plain averages: no probability, so no logarithm of one.",
    (lambda a: F.softplus(-a),),
    (lambda a: -F.softplus(a),),
    (F.softplus,),
    (lambda a: -F.softplus(-a),),
    (lambda a: -torch.log(a),),
    (lambda a: torch.log(1 - a),),
    (lambda a: -torch.log(a.clamp_min(1e-8)),),
)
key.wrong(
    "scaled_loss",
    "Your loss is a fixed multiple of what the formula gives.",
    "Nothing divides or multiplies the average.",
    (lambda a: -0.5 * a,),
    (lambda a: -2.0 * a,),
)
key.wrong(
    "constant_added",
    "A constant is added to what the formula gives.",
    "It changes no slope, but the number printed is then not the critic's average.",
    (lambda a: 1 - a,),
    (lambda a: -1 - a,),
)
key.wrong(
    "least_squares",
    "Your loss measures squared distances to labels.",
    "Nobody tells the critic which height is right; labels of 0 and 1 belong to another loss (Mao et al. 2017).",
    (lambda a: (a - 1) ** 2,),
    (lambda a: (a - 1) ** 2 / 2,),
)
key.wrong(
    "hinge",
    "Your loss stops pushing where a margin is reached: this is the hinge loss.",
    "The plain average has the same slope for every value, however large.",
    (lambda a: F.relu(1 - a),),
    (lambda a: F.relu(-a),),
    (lambda a: -F.relu(a),),
)
key.wrong(
    "size_of_value",
    "You take the size (or the square) of the values.",
    "There is no height that is right by itself: −3 may be better than −5, and is when the data have +1.",
    (lambda a: -a.abs(),),
    (torch.abs,),
    (lambda a: -a.square(),),
    (torch.square,),
    lambda f: -f.mean().abs(),
    lambda f: f.mean().abs(),
)
