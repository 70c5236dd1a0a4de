def linear_worst_case(w, epsilon):
    eta = -epsilon * torch.sign(w)
    return eta, torch.dot(w, eta)
