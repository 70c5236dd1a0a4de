# %% correct · direct
def from_counts(counts):
    return counts / counts.sum(), counts / counts.sum(dim=1, keepdim=True)

# %% correct · double
def from_counts(counts):
    counts = counts.double()
    joint = counts / counts.sum()
    p_x = joint.sum(-1)
    return joint, joint / p_x[:, None]

# %% correct · einsum
import torch


def from_counts(counts):
    p_xy = counts * (1.0 / torch.einsum("rk->", counts))
    p_x = torch.einsum("rk->r", p_xy)
    return p_xy, torch.einsum("rk,r->rk", p_xy, 1 / p_x)

# %% correct · list_returned
import torch.nn.functional as F


def from_counts(counts):
    return [counts.div(counts.sum()), F.normalize(counts, p=1, dim=1)]

# %% correct · loop
import torch


def from_counts(counts):
    total = sum(float(v) for row in counts for v in row)
    joint = torch.zeros_like(counts)
    conditional = torch.zeros_like(counts)
    for r in range(counts.shape[0]):
        in_row = float(sum(counts[r]))
        for k in range(counts.shape[1]):
            joint[r, k] = float(counts[r, k]) / total
            conditional[r, k] = float(counts[r, k]) / in_row
    return joint, conditional

# %% correct · own_marginal
import torch


def marginal(table):
    return torch.stack([row.sum() for row in table])


def from_counts(counts):
    n = counts.sum().item()
    joint = counts / n
    return joint, joint / marginal(joint).unsqueeze(1)

# %% correct · softmax_of_logs
def from_counts(counts):
    logs = counts.log()
    return logs.flatten().softmax(0).reshape(counts.shape), logs.softmax(1)

# %% correct · transposed_division
def from_counts(counts):
    joint = counts / counts.sum()
    conditional = (counts.T / counts.sum(dim=1)).T
    return joint, conditional

# %% correct · normalize_with_p_1
def from_counts(counts):
    joint = F.normalize(counts.flatten(), p=1, dim=0).view(counts.shape)
    conditional = F.normalize(counts, p=1.0, dim=1)
    return joint, conditional

# %% correct · conditional_from_the_joint_by_loop
def from_counts(counts):
    joint = torch.div(counts, torch.sum(counts))
    rows = [row / row.sum() for row in joint.unbind(0)]
    return joint, torch.stack(rows)

# %% wrong · columns · wrong_side_of_bar
def from_counts(counts):
    return counts / counts.sum(), counts / counts.sum(dim=0, keepdim=True)

# %% wrong · conditional_is_joint · not_conditioned
def from_counts(counts):
    joint = counts / counts.sum()
    return joint, joint

# %% wrong · in_place · modifies_inputs
def from_counts(counts):
    counts /= counts.sum()
    return counts, counts / counts.sum(dim=1, keepdim=True)

# %% wrong · independent · independent
def from_counts(counts):
    n = counts.sum()
    joint = counts.sum(1, keepdim=True) * counts.sum(0, keepdim=True) / n**2
    return joint, counts / counts.sum(dim=1, keepdim=True)

# %% wrong · joint_by_columns · joint_is_conditional
def from_counts(counts):
    return counts / counts.sum(dim=0), counts / counts.sum(dim=1, keepdim=True)

# %% wrong · joint_by_entries · joint_not_normalised
def from_counts(counts):
    return counts / counts.numel(), counts / counts.sum(dim=1, keepdim=True)

# %% wrong · joint_by_rows · joint_is_conditional
def from_counts(counts):
    given = counts / counts.sum(dim=1, keepdim=True)
    return given, given

# %% wrong · joint_is_counts · joint_not_normalised
def from_counts(counts):
    return counts, counts / counts.sum(dim=1, keepdim=True)

# %% wrong · joint_mean · joint_not_normalised
def from_counts(counts):
    return counts / counts.mean(), counts / counts.sum(dim=1, keepdim=True)

# %% wrong · lift · bar_is_division
def from_counts(counts):
    joint = counts / counts.sum()
    return joint, joint / (joint.sum(1, keepdim=True) * joint.sum(0, keepdim=True))

# %% wrong · mixed_units · not_conditioned
def from_counts(counts):
    joint = counts / counts.sum()
    return joint, joint / counts.sum(dim=1, keepdim=True)

# %% wrong · no_keepdim · raises
def from_counts(counts):
    joint = counts / counts.sum()
    return joint, joint / joint.sum(dim=1)

# %% wrong · only_one · wrong_type
def from_counts(counts):
    return counts / counts.sum()

# %% wrong · percent · joint_not_normalised
def from_counts(counts):
    joint = 100 * counts / counts.sum()
    return joint, joint / joint.sum(1, keepdim=True)

# %% wrong · prior_for_posterior · only_prior
def from_counts(counts):
    joint = counts / counts.sum()
    return joint, joint.sum(0).expand_as(joint)

# %% wrong · row_max · not_conditioned
def from_counts(counts):
    joint = counts / counts.sum()
    return joint, counts / counts.max(dim=1, keepdim=True).values

# %% wrong · row_mean · not_conditioned
def from_counts(counts):
    joint = counts / counts.sum()
    return joint, counts / counts.mean(dim=1, keepdim=True)

# %% wrong · softmax · softmax_of_counts
def from_counts(counts):
    joint = counts / counts.sum()
    return joint, counts.softmax(dim=1)

# %% wrong · stroke · bar_is_division
def from_counts(counts):
    joint = counts / counts.sum()
    p_x, p_y = joint.sum(1), joint.sum(0)
    return joint, p_y[None, :] / p_x[:, None]

# %% wrong · swapped · pair_swapped
def from_counts(counts):
    joint = counts / counts.sum()
    return joint / joint.sum(1, keepdim=True), joint

# %% wrong · two_by_two · raises
import torch


def from_counts(counts):
    n = counts.sum()
    joint = counts / n
    rows = [counts[0] / counts[0].sum(), counts[1] / counts[1].sum(), counts[2] / counts[2].sum()]
    return joint, torch.stack(rows)

# %% wrong · by_column · wrong_side_of_bar
def from_counts(counts):
    """Return (P(x, y), P(y | x)) from counts (R, K); both of shape (R, K)."""
    joint = counts / counts.sum()
    conditional = counts / counts.sum(dim=0, keepdim=True)
    return joint, conditional

# %% wrong · row_sums_without_keepdim · raises
def from_counts(counts):
    total = counts.sum()
    rows = counts.sum(dim=1)
    return counts / total, counts / rows

# %% wrong · through_bayes_rule · not_finite
def from_counts(counts):
    joint = counts / counts.sum()
    prior = joint.sum(dim=0)  # P(y)
    evidence = joint.sum(dim=1, keepdim=True)  # P(x)
    likelihood = counts / counts.sum(dim=0)  # P(x | y)
    return joint, likelihood * prior / evidence

# %% wrong · one_table_twice · joint_is_conditional
def from_counts(counts):
    joint = counts / counts.sum()
    conditional = joint
    conditional /= joint.sum(dim=1, keepdim=True)
    return joint, conditional

# %% wrong · independent_joint · independent
def from_counts(counts):
    n = counts.sum()
    p_x = counts.sum(dim=1) / n
    p_y = counts.sum(dim=0) / n
    return torch.outer(p_x, p_y), counts / counts.sum(dim=1, keepdim=True)

# %% wrong · add_one · smoothed
def from_counts(counts):
    joint = counts / counts.sum()
    smooth = counts + 1
    return joint, smooth / smooth.sum(dim=1, keepdim=True)

# %% noisy · plots
import matplotlib.pyplot as plt


def from_counts(counts):
    π = counts / counts.sum()
    plt.imshow(π)
    plt.close()
    return π, π / π.sum(1, keepdim=True)

# %% noisy · prints
import warnings


def from_counts(counts):
    print("Zählung:", counts.sum().item())
    warnings.warn("only a table")
    joint = counts / counts.sum()
    return joint, joint / joint.sum(1, keepdim=True)
