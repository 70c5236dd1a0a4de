# %% correct · complex_roots
def frechet(mean_1, cov_1, mean_2, cov_2):
    roots = torch.linalg.eigvals(cov_1 @ cov_2).sqrt().real.sum()
    gap = mean_1 - mean_2
    return gap @ gap + torch.trace(cov_1) + torch.trace(cov_2) - 2 * roots

# %% correct · symmetric_product
def frechet(mean_1, cov_1, mean_2, cov_2):
    values, vectors = torch.linalg.eigh(cov_1)
    root = vectors @ torch.diag(values.clamp(min=0).sqrt()) @ vectors.T
    inner = torch.linalg.eigvalsh(root @ cov_2 @ root).clamp(min=0).sqrt().sum()
    return ((mean_1 - mean_2) ** 2).sum() + (cov_1 + cov_2).trace() - 2 * inner

# %% correct · singular_values_of_roots
def frechet(mean_1, cov_1, mean_2, cov_2):
    def root(c):
        values, vectors = torch.linalg.eigh(c)
        return (vectors * values.clamp(min=0).sqrt()) @ vectors.T

    nuclear = torch.linalg.svdvals(root(cov_1) @ root(cov_2)).sum()
    return (mean_1 - mean_2).square().sum() + cov_1.trace() + cov_2.trace() - 2 * nuclear

# %% correct · scipy
import scipy.linalg


def frechet(mean_1, cov_1, mean_2, cov_2):
    values = scipy.linalg.eigvals(cov_1.numpy() @ cov_2.numpy())
    roots = float((values.real.clip(0) ** 0.5).sum())
    gap = torch.dot(mean_1 - mean_2, mean_1 - mean_2)
    return gap + torch.trace(cov_1 + cov_2) - 2.0 * roots

# %% correct · numpy
import numpy as np


def frechet(mean_1, cov_1, mean_2, cov_2):
    m1, c1, m2, c2 = (t.numpy() for t in (mean_1, cov_1, mean_2, cov_2))
    roots = np.sqrt(np.maximum(np.linalg.eigvals(c1 @ c2).real, 0)).sum()
    return torch.tensor(((m1 - m2) ** 2).sum() + np.trace(c1) + np.trace(c2) - 2 * roots)

# %% correct · absolute_values
def frechet(mean_1, cov_1, mean_2, cov_2):
    roots = torch.linalg.eigvals(cov_2 @ cov_1).abs().sqrt().sum()
    return torch.dist(mean_1, mean_2) ** 2 + cov_1.diagonal().sum() + cov_2.diagonal().sum() - 2 * roots

# %% correct · norm_squared
def frechet(mean_1, cov_1, mean_2, cov_2):
    eigen = torch.linalg.eig(cov_1.matmul(cov_2)).eigenvalues.real
    roots = torch.where(eigen > 0, eigen, torch.zeros_like(eigen)).sqrt()
    return torch.linalg.norm(mean_1 - mean_2).pow(2) + torch.einsum("ii->", cov_1 + cov_2) - 2 * roots.sum()

# %% wrong · entries · elementwise_root
def frechet(mean_1, cov_1, mean_2, cov_2):
    return ((mean_1 - mean_2) ** 2).sum() + torch.trace(cov_1 + cov_2 - 2 * torch.sqrt((cov_1 @ cov_2).abs()))

# %% wrong · entries_times · elementwise_root
def frechet(mean_1, cov_1, mean_2, cov_2):
    return ((mean_1 - mean_2) ** 2).sum() + torch.trace(cov_1 + cov_2 - 2 * torch.sqrt((cov_1 * cov_2).abs()))

# %% wrong · hermitian · roots_apart
def frechet(mean_1, cov_1, mean_2, cov_2):
    roots = torch.linalg.eigvalsh(cov_1 @ cov_2).clamp(min=0).sqrt().sum()
    return ((mean_1 - mean_2) ** 2).sum() + cov_1.trace() + cov_2.trace() - 2 * roots

# %% wrong · singular_values · roots_apart
def frechet(mean_1, cov_1, mean_2, cov_2):
    roots = torch.linalg.svdvals(cov_1 @ cov_2).sqrt().sum()
    return ((mean_1 - mean_2) ** 2).sum() + cov_1.trace() + cov_2.trace() - 2 * roots

# %% wrong · no_root · root_missing
def frechet(mean_1, cov_1, mean_2, cov_2):
    return ((mean_1 - mean_2) ** 2).sum() + torch.trace(cov_1 + cov_2 - 2 * cov_1 @ cov_2)

# %% wrong · root_of_trace · root_missing
def frechet(mean_1, cov_1, mean_2, cov_2):
    return ((mean_1 - mean_2) ** 2).sum() + cov_1.trace() + cov_2.trace() - 2 * torch.trace(cov_1 @ cov_2).sqrt()

# %% wrong · factor_forgotten · cross_sign
def frechet(mean_1, cov_1, mean_2, cov_2):
    roots = torch.linalg.eigvals(cov_1 @ cov_2).real.clamp(min=0).sqrt().sum()
    return ((mean_1 - mean_2) ** 2).sum() + cov_1.trace() + cov_2.trace() - roots

# %% wrong · plus · cross_sign
def frechet(mean_1, cov_1, mean_2, cov_2):
    roots = torch.linalg.eigvals(cov_1 @ cov_2).real.clamp(min=0).sqrt().sum()
    return ((mean_1 - mean_2) ** 2).sum() + cov_1.trace() + cov_2.trace() + 2 * roots

# %% wrong · plain_norm · means_wrong
def frechet(mean_1, cov_1, mean_2, cov_2):
    roots = torch.linalg.eigvals(cov_1 @ cov_2).real.clamp(min=0).sqrt().sum()
    return torch.linalg.norm(mean_1 - mean_2) + cov_1.trace() + cov_2.trace() - 2 * roots

# %% wrong · mean_of_squares · means_wrong
def frechet(mean_1, cov_1, mean_2, cov_2):
    roots = torch.linalg.eigvals(cov_1 @ cov_2).real.clamp(min=0).sqrt().sum()
    return ((mean_1 - mean_2) ** 2).mean() + cov_1.trace() + cov_2.trace() - 2 * roots

# %% wrong · distance_itself · root_of_distance
def frechet(mean_1, cov_1, mean_2, cov_2):
    roots = torch.linalg.eigvals(cov_1 @ cov_2).real.clamp(min=0).sqrt().sum()
    square = ((mean_1 - mean_2) ** 2).sum() + cov_1.trace() + cov_2.trace() - 2 * roots
    return square.clamp(min=0).sqrt()

# %% wrong · no_clamp · singular
def frechet(mean_1, cov_1, mean_2, cov_2):
    roots = torch.linalg.eigvals(cov_1 @ cov_2).real.sqrt().sum()
    return ((mean_1 - mean_2) ** 2).sum() + cov_1.trace() + cov_2.trace() - 2 * roots

# %% wrong · frobenius · covariances_wrong
def frechet(mean_1, cov_1, mean_2, cov_2):
    return ((mean_1 - mean_2) ** 2).sum() + ((cov_1 - cov_2) ** 2).sum()

# %% wrong · means_alone · covariances_wrong
def frechet(mean_1, cov_1, mean_2, cov_2):
    return ((mean_1 - mean_2) ** 2).sum()

# %% wrong · number · wrong_type
def frechet(mean_1, cov_1, mean_2, cov_2):
    roots = torch.linalg.eigvals(cov_1 @ cov_2).real.clamp(min=0).sqrt().sum()
    return (((mean_1 - mean_2) ** 2).sum() + cov_1.trace() + cov_2.trace() - 2 * roots).numpy()

# %% wrong · cholesky · singular
def frechet(mean_1, cov_1, mean_2, cov_2):
    factor = torch.linalg.cholesky(cov_1)
    roots = torch.linalg.eigvalsh(factor.T @ cov_2 @ factor).clamp(min=0).sqrt().sum()
    return ((mean_1 - mean_2) ** 2).sum() + cov_1.trace() + cov_2.trace() - 2 * roots

# %% noisy · prints
def frechet(mean_1, cov_1, mean_2, cov_2):
    roots = torch.linalg.eigvals(cov_1 @ cov_2).real.clamp(min=0).sqrt()
    print("roots", roots)
    return (mean_1 - mean_2).square().sum() + cov_1.trace() + cov_2.trace() - 2 * roots.sum()
