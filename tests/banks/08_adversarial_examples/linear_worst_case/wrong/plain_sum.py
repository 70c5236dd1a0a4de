# misconception: other_norm
def linear_worst_case(w, epsilon):
    return -epsilon * w.sign(), -epsilon * w.sum()
