# misconception: moves_inner_points
def project(candidate, x, epsilon, low=0.0, high=1.0):
    return (x + epsilon * torch.tanh((candidate - x) / epsilon)).clamp(low, high)
