import math
import torch


def js_divergence(p, q, base=2.0):
    import matplotlib.pyplot as plt

    m = (p + q) / 2
    figure = plt.figure()
    plt.plot(m.numpy())
    plt.close(figure)
    return (torch.xlogy(p, p) - torch.xlogy(p, m) + torch.xlogy(q, q) - torch.xlogy(q, m)).sum() / 2 / math.log(base)
