def js_divergence(p, q, base=2.0):
    s = p + q
    d = torch.where(s > 0, p / torch.where(s > 0, s, 1.0), 0.5)
    v = torch.xlogy(p, d) + torch.xlogy(q, 1 - d)
    return (v.sum() + math.log(4)) / 2 / math.log(base)
