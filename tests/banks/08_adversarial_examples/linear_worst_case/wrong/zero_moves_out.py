# misconception: outside_the_box
def linear_worst_case(w, epsilon):
    eta = -epsilon * torch.nan_to_num(w / w.abs(), nan=2.0)
    return eta, -epsilon * w.abs().sum()
