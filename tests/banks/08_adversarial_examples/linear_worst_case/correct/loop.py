def linear_worst_case(w, epsilon):
    eta = torch.zeros_like(w)
    change = 0.0
    for i, wi in enumerate(w.tolist()):
        eta[i] = -epsilon if wi > 0 else epsilon
        change += wi * float(eta[i])
    return eta, torch.tensor(change)
