def information(p, base=2.0):
    return F.softplus(-torch.logit(p, eps=None)) / math.log(base)
