from torch.distributions import Bernoulli


def generator_loss(fake_logits):
    return -Bernoulli(logits=fake_logits).log_prob(torch.ones_like(fake_logits)).mean()
