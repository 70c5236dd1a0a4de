def linear_worst_case(w, epsilon):
    return epsilon * torch.sign(-w), -(epsilon * w.norm(p=1))
