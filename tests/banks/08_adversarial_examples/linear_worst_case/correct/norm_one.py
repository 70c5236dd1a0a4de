def linear_worst_case(w, epsilon):
    return -epsilon * w.sign(), -epsilon * torch.linalg.vector_norm(w, ord=1)
