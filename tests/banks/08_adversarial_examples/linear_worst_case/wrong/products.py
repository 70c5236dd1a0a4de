# misconception: not_a_pair
def linear_worst_case(w, epsilon):
    eta = -epsilon * w.sign()
    return eta, w * eta
