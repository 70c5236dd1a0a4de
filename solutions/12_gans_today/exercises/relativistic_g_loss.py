"""Key of G's relativistic loss (Jolicoeur-Martineau 2018, https://arxiv.org/abs/1807.00734)."""

import torch.nn.functional as F

from ._pairs import loss_key, zeta_of

key = loss_key(lambda real, fake: real - fake)
key.wrong(
    "wrong_way",
    "Minimising your loss makes G's samples look less real than the data: this is D's loss.",
    "G wants the fake sample's logit above the real one's: the two have changed places.",
    zeta_of(lambda real, fake: fake - real),
    lambda real, fake: F.logsigmoid(fake - real).mean(),
)
key.wrong(
    "saturating",
    "You return minus D's loss: G's slope fades where D tells the pair apart easily, as in assignment 03.",
    "Which of ζ(t) and −ζ(−t) has a steep slope where t, D's lead, is large? Assignment 04 has the picture.",
    lambda real, fake: -F.softplus(fake - real).mean(),
)
key.wrong(
    "both_directions",
    "Your loss adds the term of the other player, too: then no order of the pair is better than another.",
    "One ζ a pair. The other direction is what D minimises.",
    lambda real, fake: (F.softplus(fake - real) + F.softplus(real - fake)).mean(),
    lambda real, fake: F.softplus((real - fake).abs()).mean(),
    lambda real, fake: F.softplus(-(real - fake).abs()).mean(),
)
