def kl_divergence(p, q, base=2.0):
    return (torch.xlogy(p, p) - torch.xlogy(p, q)).clamp_min(0).sum() / math.log(base)
