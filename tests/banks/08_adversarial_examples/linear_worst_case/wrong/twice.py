def linear_worst_case(w, epsilon):
    eta = -2 * epsilon * w.sign()
    return eta, w @ eta
