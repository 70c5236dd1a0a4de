# misconception: wrong_base
def entropy(p, base=math.e):
    return -torch.xlogy(p, p).sum() / math.log(base)
