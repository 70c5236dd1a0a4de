def entropy(p, base=2.0):
    return -torch.log(p.max()) / math.log(base)
