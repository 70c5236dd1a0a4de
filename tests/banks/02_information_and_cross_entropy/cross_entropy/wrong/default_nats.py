# misconception: wrong_base
def cross_entropy(p, q, base=math.e):
    return -torch.xlogy(p, q).sum() / math.log(base)
