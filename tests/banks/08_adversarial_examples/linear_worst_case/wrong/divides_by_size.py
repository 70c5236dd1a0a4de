# misconception: outside_the_box
def linear_worst_case(w, epsilon):
    eta = -epsilon * w / w.abs()
    return eta, -epsilon * w.abs().sum()
