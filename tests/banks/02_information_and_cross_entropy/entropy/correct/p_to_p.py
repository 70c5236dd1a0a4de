def entropy(p, base=2.0):
    return -torch.log(p.double() ** p.double()).sum() / math.log(base)
