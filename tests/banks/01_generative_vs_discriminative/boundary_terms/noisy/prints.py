import torch


def boundary_terms(priors, means, covariances):
    Λ = torch.linalg.inv(covariances)
    print("Λ", Λ.shape)
    μ = means
    q = torch.einsum("ki,kij,kj->k", μ, Λ, μ)
    s = priors.log() - (q + torch.logdet(covariances)) / 2
    return (Λ[0] - Λ[1]) / 2, Λ[1] @ μ[1] - Λ[0] @ μ[0], s[1] - s[0]
