"""Small GANs for the tests of the engine."""

from gan_course.widgets.engine.losses import as_loss
from gan_course.widgets.engine.networks import NetworkSlot
from gan_course.widgets.engine.sources import as_source
from gan_course.widgets.engine.trainer import Settings, Trainer


def trainer(
    data="ring", loss="non-saturating", generator=None, discriminator=None, dim=2, steps=None, **numbers
):
    settings = Settings(**{"g_width": 16, "d_width": 16, "batch": 32, **numbers})
    return Trainer(
        as_source(data, dim),
        dim,
        settings,
        as_loss(loss),
        NetworkSlot("generator", generator, (settings.latent_dim, dim)),
        NetworkSlot("discriminator", discriminator, (dim,)),
        **(steps or {}),
    )


def weights(network):
    return [p.detach().clone() for p in network.parameters()]


def moved(network, before):
    return any(not now.equal(then) for now, then in zip(network.parameters(), before, strict=True))
