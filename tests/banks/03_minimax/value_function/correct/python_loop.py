import math


def value_function(d, p_data, p_g, dx):
    total = 0.0
    for di, p, q in zip(d.tolist(), p_data.tolist(), p_g.tolist()):
        if p > 0:
            total += p * math.log(di) * dx
        if q > 0:
            total += q * math.log(1 - di) * dx
    return torch.tensor(total)
