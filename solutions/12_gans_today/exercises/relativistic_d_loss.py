"""Key of D's relativistic loss (Jolicoeur-Martineau 2018, https://arxiv.org/abs/1807.00734)."""

import torch.nn.functional as F

from ._pairs import loss_key, zeta_of

key = loss_key(lambda real, fake: fake - real)
key.wrong(
    "wrong_way",
    "Minimising your loss makes D give the higher logits to the fakes.",
    "D wants the real sample's logit above the fake one's. ζ(t) is small where t is far below 0.",
    zeta_of(lambda real, fake: real - fake),
    lambda real, fake: F.logsigmoid(real - fake).mean(),
    lambda real, fake: -F.softplus(fake - real).mean(),
)
key.wrong(
    "both_directions",
    "Your loss adds the term of the other player, too: then no order of the pair is better than another.",
    "One ζ a pair. The other direction is what G minimises.",
    lambda real, fake: (F.softplus(fake - real) + F.softplus(real - fake)).mean(),
    lambda real, fake: F.softplus((real - fake).abs()).mean(),
    lambda real, fake: F.softplus(-(real - fake).abs()).mean(),
)
