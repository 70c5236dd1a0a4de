# %% correct · plain
def inception_score(probabilities):
    p, q = probabilities, probabilities.mean(0).expand_as(probabilities)
    return (torch.xlogy(p, p) - torch.xlogy(p, q)).sum(1).mean().exp()

# %% correct · entropies
def inception_score(probabilities):
    def entropy(p):
        return -torch.special.xlogy(p, p).sum(-1)
    return torch.exp(entropy(probabilities.mean(dim=0)) - entropy(probabilities).mean())

# %% correct · entr
def inception_score(probabilities):
    h = torch.special.entr
    return torch.exp(h(probabilities.mean(0)).sum() - h(probabilities).sum(1).mean())

# %% correct · where
def inception_score(probabilities):
    q = probabilities.mean(0, keepdim=True).expand_as(probabilities)
    safe = torch.where(probabilities > 0, probabilities, torch.ones_like(q))
    ratio = torch.where(probabilities > 0, safe / torch.where(q > 0, q, torch.ones_like(q)), torch.ones_like(q))
    return (probabilities * ratio.log()).sum(1).mean().exp()

# %% correct · kl_div
def inception_score(probabilities):
    q = probabilities.mean(0).clamp_min(1e-30).log().expand_as(probabilities)
    return F.kl_div(q, probabilities, reduction="batchmean").exp()

# %% correct · tiny_guard
def inception_score(probabilities):
    p = probabilities.double()
    kl = p * (torch.log(p + 1e-20) - torch.log(p.mean(0, keepdim=True) + 1e-20))
    return torch.exp(kl.sum(dim=1).mean()).float()

# %% correct · row_by_row
def inception_score(probabilities):
    q = probabilities.mean(0)
    total = torch.zeros(())
    for row in probabilities:
        seen = row > 0
        total = total + (row[seen] * (row[seen] / q[seen]).log()).sum()
    return torch.exp(total / len(probabilities))

# %% wrong · divergence · no_exponential
def inception_score(probabilities):
    p, q = probabilities, probabilities.mean(0).expand_as(probabilities)
    return (torch.xlogy(p, p) - torch.xlogy(p, q)).sum(1).mean()

# %% wrong · exp_of_each · exponential_first
def inception_score(probabilities):
    p, q = probabilities, probabilities.mean(0).expand_as(probabilities)
    return (torch.xlogy(p, p) - torch.xlogy(p, q)).sum(1).exp().mean()

# %% wrong · other_way_round · swapped
def inception_score(probabilities):
    p, q = probabilities, probabilities.mean(0).expand_as(probabilities)
    return (q * (q / p).log()).sum(1).mean().exp()

# %% wrong · sign · swapped
def inception_score(probabilities):
    p, q = probabilities, probabilities.mean(0).expand_as(probabilities)
    return torch.exp(-(torch.xlogy(p, p) - torch.xlogy(p, q)).sum(1).mean())

# %% wrong · uniform · uniform_marginal
def inception_score(probabilities):
    K = probabilities.shape[1]
    return torch.xlogy(probabilities, probabilities * K).sum(1).mean().exp()

# %% wrong · variety_alone · one_entropy
def inception_score(probabilities):
    q = probabilities.mean(0)
    return torch.exp(-torch.xlogy(q, q).sum())

# %% wrong · mean_of_all · mean_over_classes
def inception_score(probabilities):
    p, q = probabilities, probabilities.mean(0).expand_as(probabilities)
    return (torch.xlogy(p, p) - torch.xlogy(p, q)).mean().exp()

# %% wrong · summed · sum_over_pictures
def inception_score(probabilities):
    p, q = probabilities, probabilities.mean(0).expand_as(probabilities)
    return (torch.xlogy(p, p) - torch.xlogy(p, q)).sum().exp()

# %% wrong · mean_over_wrong_axis · uniform_marginal
def inception_score(probabilities):
    p, q = probabilities, probabilities.mean(1, keepdim=True).expand_as(probabilities)
    return (torch.xlogy(p, p) - torch.xlogy(p, q)).sum(1).mean().exp()

# %% wrong · bits · base_two
def inception_score(probabilities):
    p, q = probabilities, probabilities.mean(0, keepdim=True)
    return torch.exp((p * (torch.log2(p + 1e-20) - torch.log2(q + 1e-20))).sum(1).mean())

# %% wrong · softmax · softmax_first
def inception_score(probabilities):
    p = probabilities.softmax(1)
    return (p * (p / p.mean(0)).log()).sum(1).mean().exp()

# %% wrong · each_picture · one_number_per_picture
def inception_score(probabilities):
    p, q = probabilities, probabilities.mean(0).expand_as(probabilities)
    return (torch.xlogy(p, p) - torch.xlogy(p, q)).sum(1).exp()

# %% wrong · plain_logarithm · nan_at_zero
def inception_score(probabilities):
    q = probabilities.mean(0, keepdim=True)
    return torch.exp((probabilities * (probabilities / q).log()).sum(1).mean())

# %% wrong · float · wrong_type
def inception_score(probabilities):
    p, q = probabilities, probabilities.mean(0).expand_as(probabilities)
    return float((torch.xlogy(p, p) - torch.xlogy(p, q)).sum(1).mean().exp())

# %% wrong · summed_over_pictures_first · sum_over_pictures
def inception_score(probabilities):
    p, q = probabilities, probabilities.mean(0).expand_as(probabilities)
    return (torch.xlogy(p, p) - torch.xlogy(p, q)).sum(0).mean().exp()
