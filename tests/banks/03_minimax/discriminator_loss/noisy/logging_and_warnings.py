import logging
import warnings

log = logging.getLogger(__name__)


def discriminator_loss(real_logits, fake_logits):
    warnings.warn("about to take logarithms", stacklevel=2)
    log.error("real %s fake %s", tuple(real_logits.shape), tuple(fake_logits.shape))
    print(f"{real_logits.mean()=}")
    return F.softplus(-real_logits).mean() + F.softplus(fake_logits).mean()
