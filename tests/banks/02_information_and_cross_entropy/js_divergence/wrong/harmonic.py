def js_divergence(p, q, base=2.0):
    m = 2 * p * q / (p + q)
    return ((torch.xlogy(p, p) - torch.xlogy(p, m)).sum() + (torch.xlogy(q, q) - torch.xlogy(q, m)).sum()) / 2 / math.log(base)
