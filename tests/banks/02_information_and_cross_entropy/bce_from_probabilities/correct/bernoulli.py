import torch


def bce_from_probabilities(probabilities, labels):
    coin = torch.distributions.Bernoulli(probs=probabilities.reshape(-1))
    return -coin.log_prob(labels.reshape(-1)).mean()
