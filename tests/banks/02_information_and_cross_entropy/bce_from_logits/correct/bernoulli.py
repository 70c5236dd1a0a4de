import torch


def bce_from_logits(logits, labels):
    return -torch.distributions.Bernoulli(logits=logits.reshape(-1)).log_prob(labels.reshape(-1)).mean()
