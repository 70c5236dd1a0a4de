def linear_worst_case(w, epsilon):
    eta = epsilon * (2 * torch.rand_like(w) - 1)
    return eta, w @ eta
