# misconception: euclidean
def linear_worst_case(w, epsilon):
    eta = -epsilon * w / w.abs().max()
    return eta, w @ eta
