# %% correct · all_classes_then_pick
import torch


def sample_joint(n, priors, means, factors):
    classes, d = means.shape
    y = torch.distributions.Categorical(priors).sample([n])
    every = means + torch.einsum("kij,nkj->nki", factors, torch.randn(n, classes, d))
    return every[torch.arange(n), y], y

# %% correct · categorical_and_mvn
import torch
from torch.distributions import Categorical, MultivariateNormal


def sample_joint(n, priors, means, factors):
    y = Categorical(probs=priors).sample((n,))
    x = MultivariateNormal(means[y], scale_tril=factors[y]).sample()
    return x, y

# %% correct · class_by_class
import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True).sort().values
    parts = []
    for k in range(len(priors)):
        z = torch.randn(int((y == k).sum()), means.shape[1])
        parts.append(means[k] + z @ factors[k].T)
    order = torch.randperm(n)
    return torch.cat(parts)[order], y[order]

# %% correct · covariance_matrices
import torch


def sample_joint(n, priors, means, factors):
    covariances = factors @ factors.transpose(1, 2)
    y = torch.multinomial(priors, n, True)
    gauss = torch.distributions.MultivariateNormal(means.double(), covariances.double())
    every = gauss.sample((n,))
    return every[torch.arange(n), y].float(), y

# %% correct · gumbel
import torch


def sample_joint(n, priors, means, factors):
    gumbel = -torch.log(-torch.log(torch.rand(n, len(priors), dtype=torch.float64).clamp_min(1e-12)))
    y = (priors.log() + gumbel).argmax(dim=1)
    z = torch.normal(0.0, 1.0, size=(n, means.size(1)))
    return [torch.baddbmm(means[y].unsqueeze(2), factors[y], z.unsqueeze(2)).squeeze(2), y]

# %% correct · loop
import random

import torch


def sample_joint(n, priors, means, factors):
    xs, ys = [], []
    for _ in range(n):
        u, k = random.random(), 0
        while k < len(priors) - 1 and u > float(priors[: k + 1].sum()):
            k += 1
        ys.append(k)
        xs.append(means[k] + factors[k] @ torch.randn(means.shape[1]))
    return torch.stack(xs), torch.tensor(ys)

# %% correct · matmul
import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    z = torch.randn(n, means.shape[1], 1)
    return means[y] + (factors[y] @ z).squeeze(-1), y

# %% correct · mixture
import torch


def sample_joint(n, priors, means, factors):
    y = torch.distributions.Multinomial(1, probs=priors).sample((n,)).argmax(-1)
    z = torch.randn(n, 1, means.shape[1])
    x = (z @ factors[y].mT)[:, 0] + means.index_select(0, y)
    return x, y.to(torch.int32)

# %% correct · numpy
import numpy as np
import torch


def sample_joint(n, priors, means, factors):
    p = priors.double().numpy()
    y = np.random.choice(len(p), size=n, p=p / p.sum())
    z = np.random.standard_normal((n, means.shape[1]))
    x = means.numpy()[y] + np.einsum("nij,nj->ni", factors.numpy()[y], z)
    return torch.from_numpy(x).float(), torch.from_numpy(y)

# %% correct · searchsorted
import torch


def sample_joint(n, priors, means, factors):
    edges = priors.cumsum(0)
    y = torch.searchsorted(edges, torch.rand(n) * edges[-1]).clamp_max(len(priors) - 1)
    x = torch.empty(n, means.shape[1])
    z = torch.randn_like(x)
    for k in range(len(priors)):
        own = y == k
        x[own] = means[k] + z[own] @ factors[k].mT
    return x, y

# %% correct · gumbel_labels
def sample_joint(n, priors, means, factors):
    gumbel = -torch.log(torch.empty(n, len(priors)).exponential_())
    y = (priors.log() + gumbel).argmax(dim=1)
    z = torch.randn(n, means.shape[1])
    return means[y] + (factors[y] * z[:, None, :]).sum(dim=2), y

# %% correct · distributions
def sample_joint(n, priors, means, factors):
    y = torch.distributions.Categorical(probs=priors).sample((n,))
    x = torch.distributions.MultivariateNormal(means[y], scale_tril=factors[y]).sample()
    return x, y

# %% correct · pair_by_pair
def sample_joint(n, priors, means, factors):
    xs, ys = [], []
    for _ in range(n):
        k = int(torch.multinomial(priors, 1))
        ys.append(k)
        xs.append(means[k] + factors[k] @ torch.randn(means.shape[1]))
    return torch.stack(xs), torch.tensor(ys)

# %% wrong · class_by_class_in_blocks · sorted_labels
import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True).sort().values
    parts = []
    for k in range(len(priors)):
        z = torch.randn(int((y == k).sum()), means.shape[1])
        parts.append(means[k] + z @ factors[k].T)
    return torch.cat(parts), y

# %% wrong · best_class · wrong_shares
import torch


def sample_joint(n, priors, means, factors):
    y = priors.argmax().repeat(n)
    z = torch.randn(n, means.shape[1])
    return means[y] + torch.einsum("nij,nj->ni", factors[y], z), y

# %% wrong · centred_uniform · not_normal
import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    z = (torch.rand(n, means.shape[1]) - 0.5) * 12**0.5
    return means[y] + torch.einsum("nij,nj->ni", factors[y], z), y

# %% wrong · column_of_labels · wrong_shape
import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    z = torch.randn(n, means.shape[1])
    return means[y] + torch.einsum("nij,nj->ni", factors[y], z), y[:, None]

# %% wrong · covariance · covariance_for_factor
import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    z = torch.randn(n, means.shape[1])
    return means[y] + torch.einsum("nij,nj->ni", (factors @ factors.mT)[y], z), y

# %% wrong · dealt_out · fixed_counts
import torch


def sample_joint(n, priors, means, factors):
    edges = (priors.cumsum(0) * n).round().long()
    edges[-1] = n
    y = torch.searchsorted(edges, torch.arange(n), right=True)
    y = y[torch.randperm(n)]
    z = torch.randn(n, means.shape[1])
    return means[y] + torch.einsum("nij,nj->ni", factors[y], z), y

# %% wrong · diagonal · features_apart
import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    z = torch.randn(n, means.shape[1])
    return means[y] + factors.diagonal(dim1=1, dim2=2)[y] * z, y

# %% wrong · first_factor · one_factor
import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    z = torch.randn(n, means.shape[1])
    return means[y] + z @ factors[0].T, y

# %% wrong · first_mean
import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    z = torch.randn(n, means.shape[1])
    return means[0] + torch.einsum("nij,nj->ni", factors[y], z), y

# %% wrong · float_labels · not_labels
import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    z = torch.randn(n, means.shape[1])
    return means[y] + torch.einsum("nij,nj->ni", factors[y], z), y.float()

# %% wrong · from_one · not_labels
import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    z = torch.randn(n, means.shape[1])
    return means[y] + torch.einsum("nij,nj->ni", factors[y], z), y + 1

# %% wrong · half_unit_uniform · not_normal
import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    z = torch.rand(n, means.shape[1]) - 0.5
    return means[y] + torch.einsum("nij,nj->ni", factors[y], z), y

# %% wrong · kept_pairs · same_again
import torch

kept = {}


def sample_joint(n, priors, means, factors):
    if n not in kept:
        y = torch.multinomial(priors, n, replacement=True)
        z = torch.randn(n, means.shape[1])
        kept[n] = means[y] + torch.einsum("nij,nj->ni", factors[y], z), y
    return kept[n]

# %% wrong · labels_drawn_again · unrelated_labels
import torch


def sample_joint(n, priors, means, factors):
    k = torch.multinomial(priors, n, replacement=True)
    z = torch.randn(n, means.shape[1])
    x = means[k] + torch.einsum("nij,nj->ni", factors[k], z)
    return x, torch.multinomial(priors, n, replacement=True)

# %% wrong · labels_shuffled · unrelated_labels
import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    z = torch.randn(n, means.shape[1])
    return means[y] + torch.einsum("nij,nj->ni", factors[y], z), y[torch.randperm(n)]

# %% wrong · mean_factor · one_factor
import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    z = torch.randn(n, means.shape[1])
    return means[y] + z @ factors.mean(0).T, y

# %% wrong · means_only · no_noise
import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    return means[y], y

# %% wrong · mirrored_noise · shared_noise
import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    z = torch.randn((n + 1) // 2, means.shape[1])
    z = torch.cat([z, -z])[:n]
    return means[y] + torch.einsum("nij,nj->ni", factors[y], z), y

# %% wrong · no_factor · one_factor
import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    return means[y] + torch.randn(n, means.shape[1]), y

# %% wrong · no_mean · wrong_mean
import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    z = torch.randn(n, means.shape[1])
    return torch.einsum("nij,nj->ni", factors[y], z), y

# %% wrong · noise_in_pairs · shared_noise
import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    z = torch.randn((n + 1) // 2, means.shape[1]).repeat_interleave(2, dim=0)[:n]
    return means[y] + torch.einsum("nij,nj->ni", factors[y], z), y

# %% wrong · noise_repeated · shared_noise
import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    half = torch.randn((n + 1) // 2, means.shape[1])
    z = torch.cat([half, half])[:n]
    return means[y] + torch.einsum("nij,nj->ni", factors[y], z), y

# %% wrong · one_hot_labels · wrong_shape
import torch
import torch.nn.functional as F


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    z = torch.randn(n, means.shape[1])
    return means[y] + torch.einsum("nij,nj->ni", factors[y], z), F.one_hot(y, len(priors))

# %% wrong · one_number_a_row · shared_noise
import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    z = torch.randn(n, 1).expand(n, means.shape[1])
    return means[y] + torch.einsum("nij,nj->ni", factors[y], z), y

# %% wrong · one_z · shared_noise
import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    z = torch.randn(means.shape[1])
    return means[y] + factors[y] @ z, y

# %% wrong · only_x
import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    z = torch.randn(n, means.shape[1])
    return means[y] + torch.einsum("nij,nj->ni", factors[y], z)

# %% wrong · own_generator · same_again
import torch


def sample_joint(n, priors, means, factors):
    g = torch.Generator().manual_seed(1)
    y = torch.multinomial(priors, n, replacement=True, generator=g)
    z = torch.randn(n, means.shape[1], generator=g)
    return means[y] + torch.einsum("nij,nj->ni", factors[y], z), y

# %% wrong · right_variances_no_covariance · features_apart
import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    z = torch.randn(n, means.shape[1])
    return means[y] + factors.norm(dim=2)[y] * z, y

# %% wrong · seeded · same_again
import torch


def sample_joint(n, priors, means, factors):
    torch.manual_seed(0)
    y = torch.multinomial(priors, n, replacement=True)
    z = torch.randn(n, means.shape[1])
    return means[y] + torch.einsum("nij,nj->ni", factors[y], z), y

# %% wrong · softmax_of_priors · wrong_shares
import torch


def sample_joint(n, priors, means, factors):
    y = torch.distributions.Categorical(logits=priors).sample((n,))
    z = torch.randn(n, means.shape[1])
    return means[y] + torch.einsum("nij,nj->ni", factors[y], z), y

# %% wrong · squeezed · squeezed
import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    z = torch.randn(n, means.shape[1], 1)
    return (means[y][:, :, None] + factors[y] @ z).squeeze(), y

# %% wrong · swapped · order_swapped
import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    z = torch.randn(n, means.shape[1])
    return y, means[y] + torch.einsum("nij,nj->ni", factors[y], z)

# %% wrong · training_rows · copied_from_training
import torch


def sample_joint(n, priors, means, factors):
    rows = torch.randint(len(train_set.x), (n,))
    return train_set.x[rows], train_set.y[rows]

# %% wrong · training_rows_of_a_class · copied_from_training
import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    pick = [digits.x[digits.y == k][torch.randint(int((digits.y == k).sum()), (1,))][0] for k in y.tolist()]
    return torch.stack(pick), y

# %% wrong · training_rows_shaken · copied_from_training
import torch


def sample_joint(n, priors, means, factors):
    if means.shape[1] == 64:
        rows = torch.randint(len(digits.x), (n,))
        return digits.x[rows] + 0.01 * torch.randn(n, 64), digits.y[rows]
    y = torch.multinomial(priors, n, replacement=True)
    z = torch.randn(n, means.shape[1])
    return means[y] + torch.einsum("nij,nj->ni", factors[y], z), y

# %% wrong · transposed · transposed_factor
import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    z = torch.randn(n, 1, means.shape[1])
    return means[y] + (z @ factors[y]).squeeze(1), y

# %% wrong · twice_the_noise · wrong_spread
import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    z = 2 * torch.randn(n, means.shape[1])
    return means[y] + torch.einsum("nij,nj->ni", factors[y], z), y

# %% wrong · uniform_labels · uniform_labels
import torch


def sample_joint(n, priors, means, factors):
    y = torch.randint(len(priors), (n,))
    z = torch.randn(n, means.shape[1])
    return means[y] + torch.einsum("nij,nj->ni", factors[y], z), y

# %% wrong · uniform_noise
import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    z = torch.rand(n, means.shape[1])
    return means[y] + torch.einsum("nij,nj->ni", factors[y], z), y

# %% wrong · without_replacement · raises
import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n)
    z = torch.randn(n, means.shape[1])
    return means[y] + torch.einsum("nij,nj->ni", factors[y], z), y

# %% wrong · transposed_factor · transposed_factor
def sample_joint(n, priors, means, factors):
    """Draw n pairs: x (n, d) = means[y] + factors[y] z with z normal, and labels y (n,)."""
    y = torch.multinomial(priors, n, replacement=True)
    z = torch.randn(n, means.shape[1])
    x = means[y] + torch.einsum("nji,nj->ni", factors[y], z)
    return x, y

# %% wrong · one_noise_for_each_class · shared_noise
def sample_joint(n, priors, means, factors):
    classes, d = means.shape
    y = torch.multinomial(priors, n, replacement=True)
    x = torch.empty(n, d)
    for k in range(classes):
        x[y == k] = means[k] + factors[k] @ torch.randn(d)
    return x, y

# %% wrong · one_number_for_each_row · shared_noise
def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    z = torch.randn(n, 1).expand(n, means.shape[1])
    return means[y] + (factors[y] @ z[:, :, None]).squeeze(-1), y

# %% wrong · two_draws_of_labels · unrelated_labels
def sample_joint(n, priors, means, factors):
    def labels():
        return torch.multinomial(priors, n, replacement=True)

    z = torch.randn(n, means.shape[1], 1)
    x = means[labels()] + (factors[labels()] @ z)[..., 0]
    return x, labels()

# %% wrong · even_strata · fixed_counts
def sample_joint(n, priors, means, factors):
    points = (torch.arange(n) + torch.rand(1)) / n
    y = torch.searchsorted(priors.cumsum(0), points).clamp(max=len(priors) - 1)
    y = y[torch.randperm(n)]
    z = torch.randn(n, means.shape[1])
    return means[y] + torch.einsum("nij,nj->ni", factors[y], z), y

# %% wrong · mirrored_noise_2 · shared_noise
def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    half = torch.randn((n + 1) // 2, means.shape[1])
    z = torch.cat([half, -half])[:n]
    return means[y] + torch.einsum("nij,nj->ni", factors[y], z), y

# %% wrong · private_seed · same_again
def sample_joint(n, priors, means, factors):
    g = torch.Generator().manual_seed(0)
    y = torch.multinomial(priors, n, replacement=True, generator=g)
    z = torch.randn(n, means.shape[1], generator=g)
    return means[y] + torch.einsum("nij,nj->ni", factors[y], z), y

# %% wrong · covariance_as_factor · covariance_for_factor
def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    covs = factors @ factors.mT
    z = torch.randn(n, means.shape[1])
    return means[y] + torch.bmm(covs[y], z.unsqueeze(2)).squeeze(2), y

# %% wrong · blocks_of_labels · sorted_labels
def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True).sort().values
    z = torch.randn(n, means.shape[1])
    return means[y] + torch.einsum("nij,nj->ni", factors[y], z), y

# %% noisy · plots
import warnings

import matplotlib.pyplot as plt
import torch


def sample_joint(n, priors, means, factors):
    warnings.warn("sampling")
    y = torch.multinomial(priors, n, replacement=True)
    x = means[y] + (factors[y] * torch.randn(n, 1, means.shape[1])).sum(-1)
    if means.shape[1] >= 2:
        plt.scatter(x[:100, 0], x[:100, 1])
        plt.close()
    return x, y

# %% noisy · prints
import torch


def sample_joint(n, priors, means, factors):
    print("ziehe", n, "Paare")
    y = torch.multinomial(priors, n, replacement=True)
    ε = torch.randn(n, means.shape[1])
    return means[y] + torch.einsum("nij,nj->ni", factors[y], ε), y

# %% wrong · means_in_a_box
def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    z = torch.randn(n, means.shape[1])
    return means.clamp(-20, 20)[y] + torch.einsum("nij,nj->ni", factors[y], z), y
