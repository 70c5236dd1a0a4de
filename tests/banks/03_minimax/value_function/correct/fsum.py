def value_function(d, p_data, p_g, dx):
    parts = []
    for y, p, q in zip(d.tolist(), p_data.tolist(), p_g.tolist()):
        if p:
            parts.append(p * math.log(y))
        if q:
            parts.append(q * math.log(1 - y))
    return torch.tensor(math.fsum(parts) * dx)
