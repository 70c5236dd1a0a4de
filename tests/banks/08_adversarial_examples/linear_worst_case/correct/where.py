def linear_worst_case(w, epsilon):
    eta = torch.where(w > 0, -epsilon, epsilon) * torch.ones_like(w)
    return eta, (w * eta).sum()
