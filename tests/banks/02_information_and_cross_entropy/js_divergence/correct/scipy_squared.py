from scipy.spatial.distance import jensenshannon
def js_divergence(p, q, base=2.0):
    return torch.tensor(jensenshannon(p.double().numpy(), q.double().numpy(), base) ** 2)
