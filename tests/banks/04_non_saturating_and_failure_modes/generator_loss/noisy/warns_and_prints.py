import logging
import warnings


def generator_loss(fake_logits):
    warnings.warn("non-saturating", UserWarning, stacklevel=2)
    logging.getLogger(__name__).warning("mean logit %s", fake_logits.mean().item())
    verlust = F.softplus(-fake_logits).mean()
    print(f"Verlust: {verlust.item():.3f}")
    return verlust
