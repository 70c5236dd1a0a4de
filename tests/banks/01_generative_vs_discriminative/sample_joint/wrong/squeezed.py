# misconception: wrong_shape
import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    z = torch.randn(n, means.shape[1], 1)
    return (means[y][:, :, None] + factors[y] @ z).squeeze(), y
