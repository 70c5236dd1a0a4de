# %% correct · plain
def minibatch_statistics(features, T):
    M = torch.einsum("na,abc->nbc", features, T)
    return torch.exp(-(M[:, None] - M[None]).abs().sum(3)).sum(1)

# %% correct · reshaped_product
def minibatch_statistics(features, T):
    A, B, C = T.shape
    M = (features @ T.reshape(A, B * C)).reshape(-1, B, C)
    distance = (M.unsqueeze(0) - M.unsqueeze(1)).abs().sum(-1)
    return torch.exp(-distance).sum(0)

# %% correct · tensordot_and_norm
def minibatch_statistics(features, T):
    M = torch.tensordot(features, T, dims=1)
    gaps = M[:, None, :, :] - M[None, :, :, :]
    return torch.linalg.vector_norm(gaps, ord=1, dim=-1).neg().exp().sum(dim=1)

# %% correct · cdist_by_rows
def minibatch_statistics(features, T):
    M = torch.tensordot(features, T, dims=([1], [0])).permute(1, 0, 2)
    return torch.exp(-torch.cdist(M, M, p=1)).sum(dim=2).T

# %% correct · loops
def minibatch_statistics(features, T):
    M = torch.einsum("na,abc->nbc", features, T)
    rows = []
    for i in range(len(M)):
        o = 0
        for j in range(len(M)):
            o = o + torch.exp(-torch.sum(torch.abs(M[i] - M[j]), dim=1))
        rows.append(o)
    return torch.stack(rows)

# %% correct · one_b_at_a_time
def minibatch_statistics(features, T):
    columns = []
    for b in range(T.shape[1]):
        m = features @ T[:, b]
        columns.append(torch.exp(-(m[:, None] - m).abs().sum(2)).sum(1))
    return torch.stack(columns, dim=1)

# %% correct · itself_added_by_hand
def minibatch_statistics(features, T):
    M = torch.einsum("na,abc->nbc", features, T)
    c = torch.exp(-(M[:, None] - M[None]).abs().sum(3))
    others = 1 - torch.eye(len(M))
    return (c * others[:, :, None]).sum(1) + 1

# %% wrong · without_itself · self_left_out
def minibatch_statistics(features, T):
    M = torch.einsum("na,abc->nbc", features, T)
    return torch.exp(-(M[:, None] - M[None]).abs().sum(3)).sum(1) - 1

# %% wrong · mean · mean_for_sum
def minibatch_statistics(features, T):
    M = torch.einsum("na,abc->nbc", features, T)
    return torch.exp(-(M[:, None] - M[None]).abs().sum(3)).mean(1)

# %% wrong · squares · other_distance
def minibatch_statistics(features, T):
    M = torch.einsum("na,abc->nbc", features, T)
    return torch.exp(-(M[:, None] - M[None]).square().sum(3)).sum(1)

# %% wrong · euclid · other_distance
def minibatch_statistics(features, T):
    M = torch.tensordot(features, T, dims=1).permute(1, 0, 2)
    return torch.exp(-torch.cdist(M, M)).sum(dim=2).T

# %% wrong · mean_of_columns · other_distance
def minibatch_statistics(features, T):
    M = torch.einsum("na,abc->nbc", features, T)
    return torch.exp(-(M[:, None] - M[None]).abs().mean(3)).sum(1)

# %% wrong · distances · no_exponential
def minibatch_statistics(features, T):
    M = torch.einsum("na,abc->nbc", features, T)
    return (M[:, None] - M[None]).abs().sum(3).sum(1)

# %% wrong · growing · sign_in_exponent
def minibatch_statistics(features, T):
    M = torch.einsum("na,abc->nbc", features, T)
    return torch.exp((M[:, None] - M[None]).abs().sum(3)).sum(1)

# %% wrong · over_b · wrong_axis
def minibatch_statistics(features, T):
    M = torch.einsum("na,abc->nbc", features, T)
    return torch.exp(-(M[:, None] - M[None]).abs().sum(2)).sum(1)

# %% wrong · laid_out_otherwise · wrong_axis
def minibatch_statistics(features, T):
    A, B, C = T.shape
    M = (features @ T.reshape(A, B * C)).reshape(-1, C, B).transpose(1, 2)
    return torch.exp(-(M[:, None] - M[None]).abs().sum(3)).sum(1)

# %% wrong · sum_first · sum_inside
def minibatch_statistics(features, T):
    M = torch.einsum("na,abc->nbc", features, T)
    return torch.exp(-(M[:, None] - M[None]).abs().sum(3).sum(1))

# %% wrong · joined · joined_with_features
def minibatch_statistics(features, T):
    M = torch.einsum("na,abc->nbc", features, T)
    o = torch.exp(-(M[:, None] - M[None]).abs().sum(3)).sum(1)
    return torch.cat([features, o], dim=1)

# %% wrong · without_t · kernel_without_T
def minibatch_statistics(features, T):
    c = torch.exp(-torch.cdist(features, features, p=1))
    return c.sum(1, keepdim=True).repeat(1, T.shape[1])

# %% wrong · no_gradient · detached
def minibatch_statistics(features, T):
    with torch.no_grad():
        M = torch.einsum("na,abc->nbc", features, T)
        return torch.exp(-(M[:, None] - M[None]).abs().sum(3)).sum(1)
