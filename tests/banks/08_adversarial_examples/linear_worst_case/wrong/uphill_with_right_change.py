# misconception: raises_the_score
def linear_worst_case(w, epsilon):
    return epsilon * w.sign(), -epsilon * w.abs().sum()
