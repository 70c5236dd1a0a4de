def information(p, base=2.0):
    return (-torch.log(p) / math.log(base)).squeeze()
