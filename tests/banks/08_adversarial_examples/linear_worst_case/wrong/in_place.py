# misconception: modifies_inputs
def linear_worst_case(w, epsilon):
    change = -epsilon * w.abs().sum()
    return w.sign_().mul_(-epsilon).clone(), change
