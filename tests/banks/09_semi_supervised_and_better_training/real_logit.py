# %% correct · plain
def real_logit(logits):
    return torch.logsumexp(logits, dim=1)

# %% correct · last_axis
def real_logit(logits):
    return logits.logsumexp(-1)

# %% correct · maximum_taken_out
def real_logit(logits):
    top = logits.max(dim=1, keepdim=True).values
    return (logits - top).exp().sum(dim=1).log() + top.squeeze(1)

# %% correct · from_log_softmax
def real_logit(logits):
    return (logits - F.log_softmax(logits, dim=1))[:, 0]

# %% correct · logaddexp_in_a_loop
def real_logit(logits):
    total = logits[:, 0]
    for k in range(1, logits.shape[1]):
        total = torch.logaddexp(total, logits[:, k])
    return total

# %% correct · row_by_row
def real_logit(logits):
    return torch.stack([torch.logsumexp(row, 0) for row in logits])

# %% correct · with_the_fake_logit
def real_logit(logits):
    fake = torch.zeros(len(logits), 1, dtype=logits.dtype)
    logs = torch.cat([logits, fake], dim=1).log_softmax(dim=1)
    return logs[:, :-1].logsumexp(dim=1) - logs[:, -1]

# %% correct · squeezed_and_prints
def real_logit(logits):
    out = torch.logsumexp(logits, dim=1, keepdim=True)
    print("shape", tuple(out.shape))
    return out.squeeze(dim=1)

# %% noisy · warns
def real_logit(logits):
    import warnings
    warnings.warn("one logit a picture")
    return torch.logsumexp(logits, 1)

# %% wrong · largest · max_for_logsumexp
def real_logit(logits):
    return logits.amax(dim=1)

# %% wrong · sum_of_logits · sum_of_logits
def real_logit(logits):
    return logits.sum(dim=1)

# %% wrong · mean_of_logits · sum_of_logits
def real_logit(logits):
    return logits.mean(-1)

# %% wrong · over_the_batch · wrong_axis
def real_logit(logits):
    return torch.logsumexp(logits, dim=0)

# %% wrong · naive · overflows
def real_logit(logits):
    return torch.log(torch.exp(logits).sum(dim=1))

# %% wrong · naive_with_epsilon · overflows
def real_logit(logits):
    return torch.log(torch.exp(logits).sum(dim=1) + 1e-12)

# %% wrong · through_the_probability · overflows
def real_logit(logits):
    z = torch.exp(logits).sum(dim=1)
    p = z / (z + 1)
    return torch.log(p) - torch.log(1 - p)

# %% wrong · probability · probability
def real_logit(logits):
    return torch.sigmoid(torch.logsumexp(logits, dim=1))

# %% wrong · z · no_logarithm
def real_logit(logits):
    return torch.exp(logits).sum(1)

# %% wrong · z_over_z_plus_one · probability
def real_logit(logits):
    z = logits.exp().sum(1)
    return z / (z + 1)

# %% wrong · log_probability · log_probability
def real_logit(logits):
    return F.logsigmoid(logits.logsumexp(1))

# %% wrong · log_z_plus_one · log_probability
def real_logit(logits):
    return F.softplus(logits.logsumexp(1))

# %% wrong · softmax_first · softmax_first
def real_logit(logits):
    return torch.logsumexp(F.softmax(logits, dim=1), dim=1)

# %% wrong · column · shape
def real_logit(logits):
    return torch.logsumexp(logits, dim=1, keepdim=True)

# %% wrong · fake_logit · sign
def real_logit(logits):
    return -torch.logsumexp(logits, dim=1)

# %% wrong · mean_of_exponentials · mean_of_exp
def real_logit(logits):
    return torch.logsumexp(logits, 1) - torch.log(torch.tensor(float(logits.shape[1])))

# %% wrong · softplus_each · sigmoid_each
def real_logit(logits):
    return F.softplus(logits).sum(dim=1)

# %% wrong · detached · detached
def real_logit(logits):
    return logits.detach().logsumexp(dim=1)

# %% wrong · list_of_numbers · wrong_type
def real_logit(logits):
    return [float(row.logsumexp(0)) for row in logits]

# %% wrong · in_place · modifies_inputs
def real_logit(logits):
    top = logits.max(dim=1, keepdim=True).values
    with torch.no_grad():
        logits -= top
    return logits.logsumexp(dim=1) + top[:, 0]
