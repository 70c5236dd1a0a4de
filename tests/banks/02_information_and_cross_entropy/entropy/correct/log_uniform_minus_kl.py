def entropy(p, base=2.0):
    k = len(p)
    kl = torch.xlogy(p, p * k).sum()
    return (math.log(k) - kl) / math.log(base)
