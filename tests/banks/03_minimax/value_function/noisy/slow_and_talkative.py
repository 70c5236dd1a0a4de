import time
import warnings


def value_function(d, p_data, p_g, dx):
    time.sleep(0.1)
    warnings.warn("log of small numbers ahead", RuntimeWarning)
    größe = torch.xlogy(p_data, d) + torch.xlogy(p_g, 1 - d)
    print("…", größe.min())
    return größe.sum() * dx
