# misconception: wrong_base
def kl_divergence(p, q, base=math.e):
    return (torch.xlogy(p, p) - torch.xlogy(p, q)).sum() / math.log(base)
