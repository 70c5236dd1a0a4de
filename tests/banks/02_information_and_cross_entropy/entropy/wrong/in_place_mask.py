# misconception: modifies_inputs
def entropy(p, base=2.0):
    p[p == 0] = 1.0
    return -(p * torch.log(p)).sum() / math.log(base)
