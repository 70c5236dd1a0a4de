"""Key of the squared Fréchet distance of Gaussians (Dowson & Landau 1982, https://doi.org/10.1016/0047-259X(82)90077-X)."""

import torch

from gan_grading.keys import Key


def root(cov):
    """The symmetric root of a covariance."""
    values, vectors = torch.linalg.eigh(cov)
    return vectors @ values.clamp(min=0).sqrt().diag() @ vectors.T


def cross(a, b):
    return torch.linalg.eigvals(a @ b).real.clamp(min=0).sqrt().sum()


def gap(m, n):
    return (m - n).square().sum()


def with_cross(of):
    """The right formula with another number for the trace of the root."""
    return lambda m, a, n, b: gap(m, n) + a.trace() + b.trace() - 2 * of(a, b)


def right(m, a, n, b):
    return with_cross(cross)(m, a, n, b)


def mean(shape="d"):
    return {"draw": "normal", "shape": [shape], "scale": 1.5, "dtype": "float64"}


def cov(shape="d", **more):
    return {"draw": "covariance", "shape": [shape], **more}


def is_(numbers):
    return {"is": numbers, "dtype": "float64"}


def case(on, *given, **sizes):
    return {"on": on, "given": list(given), "sizes": sizes}


key = Key(
    "values",
    right=right,
    names=["mean_1", "cov_1", "mean_2", "cov_2"],
    several="not_one_number",
    parts=[
        {
            "criterion": "distance of two Gaussians",
            "cases": [
                case(
                    "means (0, 0) and (3, 4), covariances with diagonals (1, 4) and (4, 1)",
                    is_([0.0, 0.0]),
                    is_([[1.0, 0.0], [0.0, 4.0]]),
                    is_([3.0, 4.0]),
                    is_([[4.0, 0.0], [0.0, 1.0]]),
                ),
                case("3 features", mean(), cov(), mean(), cov(), d=3),
                case("several features", mean(), cov(spread=3.0), mean(), cov(spread=3.0), d=[4, 6]),
                case("one feature", mean(), cov(), mean(), cov(), d=1),
                case("the same Gaussian twice", mean(), cov(), {"like": 0}, {"like": 1}, d=4),
                case("the same means", mean(), cov(), {"like": 0}, cov(times=9.0), d=3),
            ],
            "tolerance": [1e-3, 1e-4],
        },
        {
            "criterion": "features that depend on each other",
            "cases": [
                case("8 features, rank 3", mean(), cov(rank=3), mean(), cov(rank=2), d=8),
                case("6 features, rank 2, twice", mean(), cov(rank=2), {"like": 0}, {"like": 1}, d=6),
                case("a Gaussian and a point", mean(), cov(), mean(), cov(times=0.0), d=3),
            ],
            "otherwise": "singular",
            "named": False,
            "goes_on": True,
            "tolerance": [1e-3, 1e-2],
        },
    ],
)
key.wrong(
    "cross_sign",
    "The last term has the wrong sign, or lacks its factor 2.",
    "For one and the same Gaussian the distance is 0: put it in and see what is left.",
    lambda m, a, n, b: gap(m, n) + a.trace() + b.trace() + 2 * cross(a, b),
    lambda m, a, n, b: gap(m, n) + a.trace() + b.trace() - cross(a, b),
    lambda m, a, n, b: gap(m, n) + a.trace() + b.trace() - 4 * cross(a, b),
    lambda m, a, n, b: gap(m, n) + 2 * cross(a, b) - a.trace() - b.trace(),
    lambda m, a, n, b: -right(m, a, n, b),
)
key.wrong(
    "elementwise_root",
    "The root is taken of every entry, or of the diagonal alone, not of the matrix.",
    "A root of a matrix M is a matrix R with RR = M. Its trace is the sum of the roots of M's eigenvalues.",
    with_cross(lambda a, b: (a @ b).abs().sqrt().trace()),
    with_cross(lambda a, b: (a @ b).clamp(min=0).sqrt().trace()),
    with_cross(lambda a, b: (a * b).sqrt().trace()),
    with_cross(lambda a, b: (a @ b).sqrt().trace()),
    with_cross(lambda a, b: (a.diagonal() * b.diagonal()).sqrt().sum()),
    with_cross(lambda a, b: (a * b).abs().sqrt().sum()),
    with_cross(lambda a, b: (a @ b).diagonal().abs().sqrt().sum()),
    with_cross(lambda a, b: (a @ b).abs().sqrt().sum()),
)
key.wrong(
    "root_missing",
    "The root is missing, or taken of the trace as a whole.",
    "First the root of each eigenvalue, then the sum.",
    with_cross(lambda a, b: (a @ b).trace()),
    with_cross(lambda a, b: (a @ b).trace().sqrt()),
    with_cross(lambda a, b: (a.trace() * b.trace()).sqrt()),
    with_cross(lambda a, b: (a @ b).det().abs().sqrt()),
    with_cross(lambda a, b: (a * b).sum().sqrt()),
)
key.wrong(
    "roots_apart",
    "The root of the product is replaced by something that equals it only where Σ₁Σ₂ = Σ₂Σ₁.",
    "(Σ₁Σ₂)^½ is not Σ₁^½ Σ₂^½, and Σ₁Σ₂ is not symmetric: eigvalsh and singular values see another matrix.",
    with_cross(lambda a, b: (root(a) @ root(b)).trace()),
    with_cross(lambda a, b: torch.linalg.eigvalsh(a @ b).clamp(min=0).sqrt().sum()),
    with_cross(lambda a, b: torch.linalg.eigvalsh(a @ b).abs().sqrt().sum()),
    with_cross(lambda a, b: torch.linalg.eigvalsh(a @ b).sqrt().sum()),
    with_cross(lambda a, b: torch.linalg.eigvalsh((a @ b + b @ a) / 2).clamp(min=0).sqrt().sum()),
    with_cross(lambda a, b: torch.linalg.svdvals(a @ b).sqrt().sum()),
    with_cross(
        lambda a, b: (
            (torch.linalg.eigvalsh(a).clamp(min=0) * torch.linalg.eigvalsh(b).clamp(min=0)).sqrt().sum()
        )
    ),
    lambda m, a, n, b: gap(m, n) + (root(a) - root(b)).square().sum(),
)
key.wrong(
    "means_wrong",
    "The means do not enter by their squared distance.",
    "‖μ₁ − μ₂‖² is the sum of the squared differences: 25 for (0, 0) and (3, 4).",
    lambda m, a, n, b: right(m, a, n, b) - gap(m, n) + gap(m, n).sqrt(),
    lambda m, a, n, b: right(m, a, n, b) - gap(m, n),
    lambda m, a, n, b: right(m, a, n, b) - gap(m, n) + gap(m, n) / len(m),
    lambda m, a, n, b: right(m, a, n, b) - gap(m, n) + (m - n).sum().square(),
    lambda m, a, n, b: right(m, a, n, b) - gap(m, n) + (m - n).abs().sum(),
    lambda m, a, n, b: right(m, a, n, b) - 2 * gap(m, n),
    lambda m, a, n, b: right(m, a, n, b) - gap(m, n) + (m + n).square().sum(),
)
key.wrong(
    "covariances_wrong",
    "The covariances are left out, or enter as their difference.",
    "Two Gaussians with one mean are far apart where one is wide and the other narrow: tr Σ₁ + tr Σ₂ − 2 tr(Σ₁Σ₂)^½.",
    lambda m, a, n, b: gap(m, n),
    lambda m, a, n, b: gap(m, n) + (a - b).square().sum(),
    lambda m, a, n, b: gap(m, n) + (a - b).trace(),
    lambda m, a, n, b: gap(m, n) + (a - b).trace().abs(),
    lambda m, a, n, b: gap(m, n) + (a.diagonal().sqrt() - b.diagonal().sqrt()).square().sum(),
    lambda m, a, n, b: gap(m, n) + a.sum() + b.sum() - 2 * cross(a, b),
    lambda m, a, n, b: gap(m, n) - 2 * cross(a, b),
)
key.wrong(
    "root_of_distance",
    "You return the distance, not its square, or its mean over the features.",
    "The formula as it stands is already a square; so is the FID of papers.",
    lambda m, a, n, b: right(m, a, n, b).clamp(min=0).sqrt(),
    lambda m, a, n, b: right(m, a, n, b) / len(m),
)
key.wrong(
    "not_one_number",
    "You return several numbers, or complex ones.",
    "`torch.linalg.eigvals` gives complex numbers: take their real part. The distance is one real number.",
    lambda m, a, n, b: (
        gap(m, n) + a.diagonal() + b.diagonal() - 2 * torch.linalg.eigvals(a @ b).real.clamp(min=0).sqrt()
    ),
)
key.wrong(
    "singular",
    "Where features depend on each other, so that a covariance has eigenvalues of 0, your result is NaN or wrong.",
    "Rounding makes a tiny negative number of an eigenvalue 0, and its root is NaN; and not every covariance has an inverse or a Cholesky factor.",
    share=0.5,
)
