"""Key of the generator of rows. The network is judged by what it does; the answer here shows that it can be passed."""

from dataclasses import replace

from torch import nn

from gan_course.exercises import networks as net
from gan_grading.keys import Key


def make_generator(latent_dim: int, data_dim: int, hidden: int = 64) -> nn.Module:
    return nn.Sequential(nn.Linear(latent_dim, hidden), nn.Tanh(), nn.Linear(hidden, data_dim))


key = Key(
    "networks", right=make_generator, sizes=["latent_dim", "data_dim"], gives="samples", always_alone=False
)
key.also(
    replace(
        net.BOUNDED,
        hint="The ring has points at distance 2 from the centre, data may lie anywhere: end with a linear layer.",
    )
)
