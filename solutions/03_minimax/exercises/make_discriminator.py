"""Key of the discriminator of rows. The network is judged by what it does; the answer here shows that it can be passed."""

from dataclasses import replace

from torch import nn

from gan_course.exercises import networks as net
from gan_grading.keys import Key


def make_discriminator(data_dim: int, hidden: int = 64) -> nn.Module:
    return nn.Sequential(nn.Linear(data_dim, hidden), nn.Tanh(), nn.Linear(hidden, 1))


key = Key("networks", right=make_discriminator, sizes=["data_dim"], gives="logits", always_alone=True)
key.also(
    replace(
        net.BOUNDED,
        says="The output cannot leave a fixed interval: it looks like a probability, not a logit.",
        hint="The losses of this course apply σ themselves. What does D return when no sigmoid stands at its end?",
    )
)
