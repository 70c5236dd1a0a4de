# %% correct · abs_trick
def bce_from_probabilities(probabilities, labels):
    p, y = probabilities.flatten(), labels.flatten()
    return -torch.log((p - (1 - y)).abs()).mean()

# %% correct · bernoulli
import torch


def bce_from_probabilities(probabilities, labels):
    coin = torch.distributions.Bernoulli(probs=probabilities.reshape(-1))
    return -coin.log_prob(labels.reshape(-1)).mean()

# %% correct · clamped
def bce_from_probabilities(probabilities, labels):
    p = probabilities.squeeze(-1) if probabilities.dim() == 2 else probabilities
    y = labels.squeeze(-1) if labels.dim() == 2 else labels
    p = p.clamp(1e-7, 1 - 1e-7)
    return -(y * p.log() + (1 - y) * (1 - p).log()).mean()

# %% correct · dot
def bce_from_probabilities(probabilities, labels):
    p, y = probabilities.ravel(), labels.ravel()
    return -(y @ p.log() + (1 - y) @ (1 - p).log()) / p.numel()

# %% correct · gather
def bce_from_probabilities(probabilities, labels):
    p, y = probabilities.reshape(-1), labels.reshape(-1)
    table = torch.stack([1 - p, p], dim=1)
    return -table.gather(1, y.long()[:, None]).log().mean()

# %% correct · masks
import torch


def bce_from_probabilities(probabilities, labels):
    p, y = probabilities.flatten(), labels.flatten().bool()
    total = -torch.log(p[y]).sum() - torch.log(1 - p[~y]).sum()
    return total / len(p)

# %% correct · module
import torch


def bce_from_probabilities(probabilities, labels):
    return torch.nn.BCELoss()(probabilities.reshape(-1, 1), labels.reshape(-1, 1))

# %% correct · nll
import torch
import torch.nn.functional as F


def bce_from_probabilities(probabilities, labels):
    p, y = probabilities.reshape(-1), labels.reshape(-1).long()
    both = torch.stack([1 - p, p], dim=1)
    return F.nll_loss(both.log(), y)

# %% correct · of_the_right_answer
def bce_from_probabilities(probabilities, labels):
    y = labels.reshape(probabilities.shape)
    right = y * probabilities + (1 - y) * (1 - probabilities)
    return -right.log().mean()

# %% correct · reshape
import torch


def bce_from_probabilities(probabilities, labels):
    p, y = probabilities.reshape(-1), labels.reshape(-1)
    return -(y * torch.log(p) + (1 - y) * torch.log(1 - p)).mean()

# %% correct · through_logits
import torch
import torch.nn.functional as F


def bce_from_probabilities(probabilities, labels):
    return F.binary_cross_entropy_with_logits(torch.logit(probabilities).view_as(labels), labels)

# %% correct · torch_function
import torch.nn.functional as F


def bce_from_probabilities(probabilities, labels):
    return F.binary_cross_entropy(probabilities.flatten(), labels.flatten())

# %% correct · where
import torch


def bce_from_probabilities(probabilities, labels):
    p, y = probabilities.view(-1), labels.view(-1)
    return torch.where(y == 1, -torch.log(p), -torch.log1p(-p)).mean()

# %% wrong · absolute · squared
def bce_from_probabilities(probabilities, labels):
    return (probabilities.reshape(-1) - labels.reshape(-1)).abs().mean()

# %% wrong · arguments_swapped · arguments_swapped
import torch.nn.functional as F


def bce_from_probabilities(probabilities, labels):
    return F.binary_cross_entropy(labels.reshape(-1), probabilities.reshape(-1))

# %% wrong · arguments_swapped_by_hand · arguments_swapped
import torch


def bce_from_probabilities(probabilities, labels):
    p, y = probabilities.reshape(-1), labels.reshape(-1)
    return -(p * torch.log(y) + (1 - p) * torch.log(1 - y)).mean()

# %% wrong · bits · wrong_base
import torch


def bce_from_probabilities(probabilities, labels):
    p, y = probabilities.reshape(-1), labels.reshape(-1)
    return -(y * torch.log2(p) + (1 - y) * torch.log2(1 - p)).mean()

# %% wrong · broadcast · shapes_mixed
import torch


def bce_from_probabilities(probabilities, labels):
    return -(labels * torch.log(probabilities) + (1 - labels) * torch.log(1 - probabilities)).mean()

# %% wrong · detached · detached
import torch


def bce_from_probabilities(probabilities, labels):
    p, y = probabilities.detach().reshape(-1), labels.reshape(-1)
    return -(y * torch.log(p) + (1 - y) * torch.log(1 - p)).mean()

# %% wrong · divides_twice · unrecognised
import torch


def bce_from_probabilities(probabilities, labels):
    p, y = probabilities.reshape(-1), labels.reshape(-1)
    return -(y * torch.log(p) + (1 - y) * torch.log(1 - p)).mean() / 2

# %% wrong · extra_sigmoid · extra_sigmoid
import torch.nn.functional as F


def bce_from_probabilities(probabilities, labels):
    return F.binary_cross_entropy_with_logits(probabilities.reshape(-1), labels.reshape(-1))

# %% wrong · in_place · modifies_inputs
def bce_from_probabilities(probabilities, labels):
    p, y = probabilities.reshape(-1), labels.reshape(-1)
    y.mul_(2).sub_(1)
    return -torch.log(torch.where(y > 0, p, 1 - p)).mean()

# %% wrong · labels_swapped · labels_swapped
import torch


def bce_from_probabilities(probabilities, labels):
    p, y = probabilities.reshape(-1), labels.reshape(-1)
    return -((1 - y) * torch.log(p) + y * torch.log(1 - p)).mean()

# %% wrong · likelihood · likelihood
def bce_from_probabilities(probabilities, labels):
    p, y = probabilities.reshape(-1), labels.reshape(-1)
    return -(p**y * (1 - p) ** (1 - y)).prod()

# %% wrong · no_log · likelihood
def bce_from_probabilities(probabilities, labels):
    p, y = probabilities.reshape(-1), labels.reshape(-1)
    return -(y * p + (1 - y) * (1 - p)).mean()

# %% wrong · number · becomes_number
import torch.nn.functional as F


def bce_from_probabilities(probabilities, labels):
    return float(F.binary_cross_entropy(probabilities.reshape(-1), labels.reshape(-1)))

# %% wrong · only_ones · one_term
import torch


def bce_from_probabilities(probabilities, labels):
    p, y = probabilities.reshape(-1), labels.reshape(-1)
    return -(y * torch.log(p)).mean()

# %% wrong · only_zeros · one_term
import torch


def bce_from_probabilities(probabilities, labels):
    p, y = probabilities.reshape(-1), labels.reshape(-1)
    return -((1 - y) * torch.log(1 - p)).mean()

# %% wrong · per_sample · mean_missing
import torch


def bce_from_probabilities(probabilities, labels):
    p, y = probabilities.reshape(-1), labels.reshape(-1)
    return -(y * torch.log(p) + (1 - y) * torch.log(1 - p))

# %% wrong · sign · sign
import torch


def bce_from_probabilities(probabilities, labels):
    p, y = probabilities.reshape(-1), labels.reshape(-1)
    return (y * torch.log(p) + (1 - y) * torch.log(1 - p)).mean()

# %% wrong · sign_of_second_term · one_sign
import torch


def bce_from_probabilities(probabilities, labels):
    p, y = probabilities.reshape(-1), labels.reshape(-1)
    return -(y * torch.log(p) - (1 - y) * torch.log(1 - p)).mean()

# %% wrong · squared · squared
def bce_from_probabilities(probabilities, labels):
    return ((probabilities.reshape(-1) - labels.reshape(-1)) ** 2).mean()

# %% wrong · summed · mean_missing
import torch


def bce_from_probabilities(probabilities, labels):
    p, y = probabilities.reshape(-1), labels.reshape(-1)
    return -(y * torch.log(p) + (1 - y) * torch.log(1 - p)).sum()

# %% wrong · torch_refuses · shapes_mixed
import torch.nn.functional as F


def bce_from_probabilities(probabilities, labels):
    return F.binary_cross_entropy(probabilities, labels)

# %% wrong · two_means · two_means
import torch


def bce_from_probabilities(probabilities, labels):
    p, y = probabilities.reshape(-1), labels.reshape(-1)
    return -torch.log(p[y == 1]).mean() - torch.log(1 - p[y == 0]).mean()

# %% wrong · weight_balanced
def bce_from_probabilities(probabilities, labels):
    p, y = probabilities.reshape(-1), labels.reshape(-1)
    w = 0.5 / y.mean()
    return -(w * y * p.log() + (1 - y) * (1 - p).log()).mean()

# %% noisy · checks_and_prints
import torch


def bce_from_probabilities(probabilities, labels):
    assert probabilities.numel() == labels.numel(), "one label a prediction"
    p, y = probabilities.reshape(-1), labels.reshape(-1)
    loss = -(y * torch.log(p) + (1 - y) * torch.log(1 - p)).mean()
    print(f"BCE of {len(p)} samples: {loss.item():.4f}")
    return loss

# %% noisy · warns
def bce_from_probabilities(probabilities, labels):
    import warnings

    if probabilities.dim() != labels.dim():
        warnings.warn("shapes differ", stacklevel=1)
    p, y = probabilities.flatten(), labels.flatten()
    return -(y * p.log() + (1 - y) * (1 - p).log()).mean()

# %% wrong · every_label_meets_every_prediction · shapes_mixed
def bce_from_probabilities(probabilities, labels):
    """Return the mean binary cross-entropy in nats; either argument has shape (N,) or (N, 1)."""
    p, y = probabilities, labels
    return -(y * torch.log(p) + (1 - y) * torch.log(1 - p)).mean()

# %% wrong · flattens_predictions_only · shapes_mixed
def bce_from_probabilities(probabilities, labels):
    p = probabilities.reshape(-1)
    return -torch.where(labels == 1, p.log(), (1 - p).log()).mean()

# %% wrong · one_minus_the_error · rounded_away
def bce_from_probabilities(probabilities, labels):
    p, y = probabilities.flatten(), labels.flatten()
    given_to_the_truth = 1 - (y - p).abs()
    return -given_to_the_truth.log().mean()

# %% wrong · whole_likelihood · product_underflows
def bce_from_probabilities(probabilities, labels):
    p, y = probabilities.reshape(-1), labels.reshape(-1)
    likelihood = (p**y * (1 - p) ** (1 - y)).prod()
    return -torch.log(likelihood) / len(p)

# %% wrong · fair_to_both_kinds · two_means
def bce_from_probabilities(probabilities, labels):
    p, y = probabilities.flatten(), labels.flatten()
    real, made = -p[y == 1].log(), -(1 - p[y == 0]).log()
    if len(real) == 0 or len(made) == 0:
        return torch.cat([real, made]).mean()
    return (real.mean() + made.mean()) / 2

# %% wrong · clipped · clamped
def bce_from_probabilities(probabilities, labels):
    p = probabilities.reshape(-1).clamp(1e-3, 1 - 1e-3)
    return F.binary_cross_entropy(p, labels.reshape(-1))

# %% wrong · in_bits · wrong_base
def bce_from_probabilities(probabilities, labels):
    p, y = probabilities.view(-1, 1), labels.view(-1, 1)
    return -(y * p.log2() + (1 - y) * (1 - p).log2()).mean()

# %% wrong · only_the_ones · one_term
def bce_from_probabilities(probabilities, labels):
    p, y = probabilities.squeeze(), labels.squeeze()
    return -(y * torch.log(p)).mean()

# %% correct · bernoulli_too
def bce_from_probabilities(probabilities, labels):
    p = probabilities.reshape(labels.shape)
    truth = torch.where(labels > 0.5, p, 1 - p)
    return -truth.log().mean()

# %% correct · index_of_two_columns
def bce_from_probabilities(probabilities, labels):
    p = probabilities.ravel()
    table = torch.stack([torch.log1p(-p), torch.log(p)], dim=1)
    return F.nll_loss(table, labels.ravel().long())
