def linear_worst_case(w, epsilon):
    v = w.double()
    eta = -epsilon * v.sign()
    return eta.to(w.dtype), (v @ eta)
