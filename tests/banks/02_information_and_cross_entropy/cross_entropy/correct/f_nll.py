def cross_entropy(p, q, base=2.0):
    keep = p > 0
    return F.nll_loss(torch.log(q[keep])[None].expand(int(keep.sum()), -1), torch.arange(int(keep.sum())), weight=p[keep], reduction="sum") / math.log(base)
