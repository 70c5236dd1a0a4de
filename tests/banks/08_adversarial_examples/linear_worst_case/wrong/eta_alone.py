# misconception: not_a_pair
def linear_worst_case(w, epsilon):
    return -epsilon * w.sign()
