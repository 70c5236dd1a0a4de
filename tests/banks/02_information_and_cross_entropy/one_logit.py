# %% correct · diff
import torch


def one_logit(outputs):
    return torch.diff(outputs, dim=1).squeeze(1)

# %% correct · difference
def one_logit(outputs):
    return outputs[:, 1] - outputs[:, 0]

# %% correct · einsum
import torch


def one_logit(outputs):
    return torch.einsum("nk,k->n", outputs, torch.tensor([-1.0, 1.0]))

# %% correct · linear
def one_logit(outputs):
    return F.linear(outputs, torch.tensor([[-1.0, 1.0]])).squeeze(1)

# %% correct · log_softmax
import torch.nn.functional as F


def one_logit(outputs):
    logs = F.log_softmax(outputs, dim=1)
    return logs[:, 1] - logs[:, 0]

# %% correct · log_softmax_diff
def one_logit(outputs):
    ls = F.log_softmax(outputs, dim=-1)
    return ls[..., 1] - ls[..., 0]

# %% correct · matmul
import torch


def one_logit(outputs):
    return outputs @ torch.tensor([-1.0, 1.0])

# %% correct · mv
def one_logit(outputs):
    return outputs.mv(torch.tensor([-1.0, 1.0]))

# %% correct · signed_sum
import torch


def one_logit(outputs):
    return (outputs * torch.tensor([[-1.0, 1.0]])).sum(dim=-1)

# %% correct · split
import torch


def one_logit(outputs):
    first, second = torch.split(outputs, 1, dim=1)
    return (second - first).reshape(-1)

# %% correct · transposed
def one_logit(outputs):
    o = outputs.T
    return -(o[0] - o[1])

# %% correct · unbind
def one_logit(outputs):
    zero, one = outputs.unbind(dim=1)
    return one - zero

# %% wrong · absolute · scaled
def one_logit(outputs):
    return (outputs[:, 1] - outputs[:, 0]).abs()

# %% wrong · added · changes_with_a_shift
def one_logit(outputs):
    return outputs.sum(dim=1)

# %% wrong · averaged · one_number
def one_logit(outputs):
    return (outputs[:, 1] - outputs[:, 0]).mean()

# %% wrong · both_columns · both_probabilities
import torch


def one_logit(outputs):
    return torch.stack([-outputs[:, 1], outputs[:, 1] - outputs[:, 0]], dim=1)

# %% wrong · clipped_odds · overflows
import torch


def one_logit(outputs):
    p = outputs.softmax(dim=1)[:, 1].clamp(1e-7, 1 - 1e-7)
    return torch.log(p / (1 - p))

# %% wrong · column · column
def one_logit(outputs):
    return outputs[:, 1:] - outputs[:, :1]

# %% wrong · decision · decision
def one_logit(outputs):
    return outputs.argmax(dim=1).float()

# %% wrong · detach_one
def one_logit(outputs):
    return outputs[:, 1] - outputs[:, 0].detach()

# %% wrong · detached · detached
def one_logit(outputs):
    return (outputs[:, 1] - outputs[:, 0]).detach()

# %% wrong · first_only · one_output
def one_logit(outputs):
    return outputs[:, 0]

# %% wrong · halved · scaled
def one_logit(outputs):
    return (outputs[:, 1] - outputs[:, 0]) / 2

# %% wrong · in_place · modifies_inputs
def one_logit(outputs):
    outputs[:, 1] -= outputs[:, 0]
    return outputs[:, 1]

# %% wrong · log_odds · overflows
import torch


def one_logit(outputs):
    p = outputs.softmax(dim=1)
    return torch.log(p[:, 1]) - torch.log(p[:, 0])

# %% wrong · log_of_ratio · not_finite
import torch


def one_logit(outputs):
    return torch.log(outputs[:, 1] / outputs[:, 0])

# %% wrong · log_probability · log_probability
import torch.nn.functional as F


def one_logit(outputs):
    return F.log_softmax(outputs, dim=1)[:, 1]

# %% wrong · logit_of_softmax · overflows
import torch


def one_logit(outputs):
    return torch.logit(outputs.softmax(dim=1)[:, 1])

# %% wrong · other_output · wrong_output
def one_logit(outputs):
    return outputs[:, 0] - outputs[:, 1]

# %% wrong · probability · probability
def one_logit(outputs):
    return outputs.softmax(dim=1)[:, 1]

# %% wrong · ratio · changes_with_a_shift
def one_logit(outputs):
    return outputs[:, 1] / outputs[:, 0]

# %% wrong · rows_for_columns · rows_for_columns
def one_logit(outputs):
    return outputs[1] - outputs[0]

# %% wrong · second_only · one_output
def one_logit(outputs):
    return outputs[:, 1]

# %% wrong · sigmoid · probability
import torch


def one_logit(outputs):
    return torch.sigmoid(outputs[:, 1] - outputs[:, 0])

# %% wrong · squeeze · lost_dimension
def one_logit(outputs):
    return (outputs[:, 1:] - outputs[:, :1]).squeeze()

# %% noisy · checks_itself
import torch


def one_logit(outputs):
    import warnings

    logit = outputs[:, 1] - outputs[:, 0]
    if not torch.allclose(torch.sigmoid(logit), outputs.softmax(1)[:, 1], atol=1e-6):
        warnings.warn("they differ", stacklevel=1)
    return logit

# %% noisy · prints
def one_logit(outputs):
    print(outputs.shape, outputs.min().item(), outputs.max().item())
    return outputs[:, 1] - outputs[:, 0]

# %% wrong · wrong_way_round · wrong_output
def one_logit(outputs):
    """Return the logit of class 1 from two outputs (N, 2), shape (N,)."""
    return outputs[:, 0] - outputs[:, 1]

# %% wrong · odds_of_softmax · overflows
def one_logit(outputs):
    p = torch.softmax(outputs, dim=1)
    return torch.log(p[:, 1] / p[:, 0])

# %% wrong · torch_logit_with_eps · overflows
def one_logit(outputs):
    return torch.logit(outputs.softmax(dim=1)[:, 1], eps=1e-7)

# %% wrong · single_row · lost_dimension
def one_logit(outputs):
    return torch.diff(outputs, dim=1).squeeze()

# %% wrong · as_a_column · column
def one_logit(outputs):
    o0, o1 = outputs.split(1, dim=1)
    return o1 - o0

# %% wrong · already_a_probability · probability
def one_logit(outputs):
    return torch.sigmoid(outputs[:, 1] - outputs[:, 0])

# %% wrong · fixed_reference · one_output_detached
def one_logit(outputs):
    reference = outputs[:, 0].detach()
    return outputs[:, 1] - reference

# %% correct · matrix_product
def one_logit(outputs):
    return outputs @ outputs.new_tensor([-1.0, 1.0])

# %% correct · difference_of_log_softmax
def one_logit(outputs):
    log_p0, log_p1 = F.log_softmax(outputs, dim=-1).unbind(dim=-1)
    return log_p1 - log_p0
