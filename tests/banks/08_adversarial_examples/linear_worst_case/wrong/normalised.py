# misconception: euclidean
def linear_worst_case(w, epsilon):
    eta = -epsilon * w / w.norm()
    return eta, w @ eta
