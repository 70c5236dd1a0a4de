# misconception: only_one_pixel
def linear_worst_case(w, epsilon):
    eta = -epsilon * torch.ones_like(w)
    return eta, w @ eta
