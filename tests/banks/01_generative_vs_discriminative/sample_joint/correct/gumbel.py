import torch


def sample_joint(n, priors, means, factors):
    gumbel = -torch.log(-torch.log(torch.rand(n, len(priors), dtype=torch.float64).clamp_min(1e-12)))
    y = (priors.log() + gumbel).argmax(dim=1)
    z = torch.normal(0.0, 1.0, size=(n, means.size(1)))
    return [torch.baddbmm(means[y].unsqueeze(2), factors[y], z.unsqueeze(2)).squeeze(2), y]
