# misconception: only_one_pixel
def linear_worst_case(w, epsilon):
    eta = torch.zeros_like(w)
    i = w.abs().argmax()
    eta[i] = -epsilon * w[i].sign()
    return eta, w @ eta
