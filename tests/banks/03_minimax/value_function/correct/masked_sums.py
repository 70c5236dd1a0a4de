def _expectation(p, logs, dx):
    seen = p > 0
    return (p[seen] * logs[seen]).sum() * dx


def value_function(d, p_data, p_g, dx):
    return _expectation(p_data, torch.log(d), dx) + _expectation(p_g, torch.log(1 - d), dx)
