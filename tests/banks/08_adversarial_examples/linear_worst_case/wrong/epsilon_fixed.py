def linear_worst_case(w, epsilon):
    eta = -0.1 * w.sign()
    return eta, w @ eta
