# misconception: epsilon_missing
def linear_worst_case(w, epsilon):
    return -epsilon * w.sign(), -w.abs().sum()
