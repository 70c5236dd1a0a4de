import logging


def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    logging.warning("three kinds of pairs")
    verlust = F.softplus(-matched_logits).mean()
    verlust = verlust + F.softplus(fake_logits).mean() / 2 + F.softplus(mismatched_logits).mean() / 2
    print("loss", float(verlust.detach()))
    return verlust
