def cross_entropy(p, q, base=2.0):
    return -torch.log(torch.prod(q ** p)) / math.log(base)
