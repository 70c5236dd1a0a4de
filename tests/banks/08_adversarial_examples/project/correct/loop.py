def project(candidate, x, epsilon, low=0.0, high=1.0):
    out = torch.empty_like(x)
    flat = out.reshape(-1)
    for i, (c, o) in enumerate(zip(candidate.reshape(-1).tolist(), x.reshape(-1).tolist())):
        flat[i] = min(max(c, o - epsilon, low), o + epsilon, high)
    return flat.reshape(x.shape)
