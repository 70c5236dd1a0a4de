# misconception: change_sign
def linear_worst_case(w, epsilon):
    return -epsilon * w.sign(), epsilon * w.abs().sum()
