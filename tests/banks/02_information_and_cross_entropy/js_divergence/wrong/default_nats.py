# misconception: wrong_base
def js_divergence(p, q, base=math.e):
    m = (p + q) / 2
    return ((torch.xlogy(p, p) - torch.xlogy(p, m)).sum() + (torch.xlogy(q, q) - torch.xlogy(q, m)).sum()) / 2 / math.log(base)
