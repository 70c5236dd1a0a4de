def kl_divergence(p, q, base=2.0):
    k = p > 0
    return F.kl_div(q[k].log(), p[k].log(), log_target=True, reduction="sum") / math.log(base)
