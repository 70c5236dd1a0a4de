# misconception: euclidean
def linear_worst_case(w, epsilon):
    eta = -epsilon * w
    return eta, w @ eta
