def kl_divergence(p, q, base=2.0):
    hpq = torch.where(p > 0, -p * q.log(), torch.zeros_like(p)).nansum()
    hp = -torch.nansum(p * p.log())
    return (hpq - hp) / math.log(base)
