# misconception: only_one_pixel
def linear_worst_case(w, epsilon):
    eta = torch.where(w > 0, -epsilon, 0.0)
    return eta, w @ eta
