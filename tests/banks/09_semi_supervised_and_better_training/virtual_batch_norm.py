# %% correct · plain
def virtual_batch_norm(x, reference, eps):
    both = torch.cat([reference.expand(len(x), -1, -1), x[:, None]], 1)
    return (x - both.mean(1)) / (both.var(1, correction=0) + eps).sqrt()

# %% correct · row_by_row
def virtual_batch_norm(x, reference, eps):
    rows = []
    for row in x:
        both = torch.cat([reference, row[None]])
        mean = both.mean(0)
        variance = ((both - mean) ** 2).mean(0)
        rows.append((row - mean) / torch.sqrt(variance + eps))
    return torch.stack(rows)

# %% correct · from_sums
def virtual_batch_norm(x, reference, eps):
    M = len(reference)
    mean = (reference.sum(0) + x) / (M + 1)
    spread = (reference.unsqueeze(0) - mean.unsqueeze(1)).square().sum(1) + (x - mean).square()
    return (x - mean) / torch.sqrt(spread / (M + 1) + eps)

# %% correct · mean_of_squares
def virtual_batch_norm(x, reference, eps):
    M = reference.shape[0]
    r, x64 = reference.double(), x.double()
    mean = (r.sum(0) + x64) / (M + 1)
    squares = (r.square().sum(0) + x64.square()) / (M + 1)
    out = (x64 - mean) / (squares - mean.square() + eps).clamp_min(1e-30).sqrt()
    return out.to(x.dtype)

# %% correct · papers_code
def virtual_batch_norm(x, reference, eps):
    new = 1.0 / (len(reference) + 1.0)
    old = 1.0 - new
    ref_mean, ref_var = reference.mean(0), reference.var(0, unbiased=False)
    mean = new * x + old * ref_mean
    variance = old * ref_var + new * old * (x - ref_mean) ** 2
    return (x - mean) * torch.rsqrt(variance + eps)

# %% correct · torch_batch_norm
def virtual_batch_norm(x, reference, eps):
    def one(row):
        both = torch.cat([row[None], reference])
        mean, variance = both.mean(0), both.var(0, correction=0)
        return (row - mean) / (variance + eps) ** 0.5
    return torch.vmap(one)(x)

# %% correct · std_by_hand
def virtual_batch_norm(x, reference, eps):
    N, M = len(x), len(reference)
    both = torch.cat([x.unsqueeze(1), reference.unsqueeze(0).repeat(N, 1, 1)], dim=1)
    centred = both - both.sum(dim=1, keepdim=True) / (M + 1)
    std = (centred.pow(2).sum(dim=1) / (M + 1) + eps).pow(0.5)
    return centred[:, 0] / std

# %% correct · functional
def virtual_batch_norm(x, reference, eps):
    rows = []
    for row in x:
        both = torch.cat([reference, row.unsqueeze(0)])
        rows.append(F.batch_norm(both, None, None, training=True, eps=eps)[-1])
    return torch.stack(rows)

# %% wrong · reference_only · reference_alone
def virtual_batch_norm(x, reference, eps):
    mean, variance = reference.mean(0), reference.var(0, correction=0)
    return (x - mean) / torch.sqrt(variance + eps)

# %% wrong · ordinary · ordinary_batch_norm
def virtual_batch_norm(x, reference, eps):
    mean, variance = x.mean(0), x.var(0, correction=0)
    return (x - mean) / torch.sqrt(variance + eps)

# %% wrong · all_together · neighbours_included
def virtual_batch_norm(x, reference, eps):
    both = torch.cat([x, reference])
    return (x - both.mean(0)) / torch.sqrt(both.var(0, correction=0) + eps)

# %% wrong · torchs_var · unbiased
def virtual_batch_norm(x, reference, eps):
    both = torch.cat([reference.expand(len(x), -1, -1), x[:, None]], 1)
    return (x - both.mean(1)) / (both.var(1) + eps).sqrt()

# %% wrong · eps_outside · eps_elsewhere
def virtual_batch_norm(x, reference, eps):
    both = torch.cat([reference.expand(len(x), -1, -1), x[:, None]], 1)
    return (x - both.mean(1)) / (both.std(1, correction=0) + eps)

# %% wrong · no_eps · eps_elsewhere
def virtual_batch_norm(x, reference, eps):
    both = torch.cat([reference.expand(len(x), -1, -1), x[:, None]], 1)
    return (x - both.mean(1)) / both.std(1, correction=0)

# %% wrong · variance · no_root
def virtual_batch_norm(x, reference, eps):
    both = torch.cat([reference.expand(len(x), -1, -1), x[:, None]], 1)
    return (x - both.mean(1)) / (both.var(1, correction=0) + eps)

# %% wrong · two_means · mixed_statistics
def virtual_batch_norm(x, reference, eps):
    both = torch.cat([reference.expand(len(x), -1, -1), x[:, None]], 1)
    return (x - both.mean(1)) / (reference.var(0, correction=0) + eps).sqrt()

# %% wrong · half_and_half · halves
def virtual_batch_norm(x, reference, eps):
    mean = (reference.mean(0) + x) / 2
    return (x - mean) / (reference.var(0, correction=0) + eps).sqrt()

# %% wrong · not_divided · not_centred
def virtual_batch_norm(x, reference, eps):
    both = torch.cat([reference.expand(len(x), -1, -1), x[:, None]], 1)
    return x - both.mean(1)

# %% wrong · over_features · wrong_axis
def virtual_batch_norm(x, reference, eps):
    mean, variance = x.mean(1, keepdim=True), x.var(1, correction=0, keepdim=True)
    return (x - mean) / (variance + eps).sqrt()

# %% wrong · everything_back · whole_batch_returned
def virtual_batch_norm(x, reference, eps):
    both = torch.cat([reference.expand(len(x), -1, -1), x[:, None]], 1)
    return (both - both.mean(1, keepdim=True)) / (both.var(1, correction=0, keepdim=True) + eps).sqrt()

# %% wrong · constants · statistics_detached
def virtual_batch_norm(x, reference, eps):
    with torch.no_grad():
        both = torch.cat([reference.expand(len(x), -1, -1), x[:, None]], 1)
        mean, variance = both.mean(1), both.var(1, correction=0)
    return (x - mean) / (variance + eps).sqrt()

# %% wrong · first_row_for_all · unrecognised
def virtual_batch_norm(x, reference, eps):
    both = torch.cat([reference, x[:1]])
    return (x - both.mean(0)) / (both.var(0, correction=0) + eps).sqrt()

# %% wrong · one_too_few · unrecognised
def virtual_batch_norm(x, reference, eps):
    M = len(reference)
    mean = (reference.sum(0) + x) / M
    variance = ((reference[None] - mean[:, None]).square().sum(1) + (x - mean).square()) / M
    return (x - mean) / (variance + eps).sqrt()
