# misconception: square_root
import torch


def js_divergence(p, q, base=2.0):
    from scipy.spatial.distance import jensenshannon

    return torch.tensor(float(jensenshannon(p.numpy(), q.numpy(), base)))
