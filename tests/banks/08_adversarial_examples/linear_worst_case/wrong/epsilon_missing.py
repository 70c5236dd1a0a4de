# misconception: epsilon_missing
def linear_worst_case(w, epsilon):
    eta = -w.sign()
    return eta, w @ eta
