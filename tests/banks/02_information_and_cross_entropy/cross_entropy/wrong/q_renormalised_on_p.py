# misconception: nan_at_zero
def cross_entropy(p, q, base=2.0):
    q = torch.where(p > 0, q, torch.zeros_like(q))
    q = q / q.sum()
    return -torch.xlogy(p, q).sum() / math.log(base)
