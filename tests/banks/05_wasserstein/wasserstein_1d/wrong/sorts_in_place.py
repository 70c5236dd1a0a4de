# misconception: modifies_inputs
def wasserstein_1d(x, y):
    with torch.no_grad():
        i, j = x.argsort(), y.argsort()
        x.copy_(x[i].clone())
        y.copy_(y[j].clone())
    return (x - y).abs().mean()
