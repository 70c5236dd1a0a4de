def linear_worst_case(w, epsilon):
    eta = w.sign().mul(-epsilon)
    return [eta, float(-epsilon * w.abs().sum())]
