import torch


def posterior(scores):
    return torch.distributions.Categorical(logits=scores).probs
