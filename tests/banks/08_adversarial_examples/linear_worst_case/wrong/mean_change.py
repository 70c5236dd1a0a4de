# misconception: other_norm
def linear_worst_case(w, epsilon):
    return -epsilon * w.sign(), (w * -epsilon * w.sign()).mean()
