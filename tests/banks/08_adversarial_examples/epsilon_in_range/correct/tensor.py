def epsilon_in_range(levels, low, high):
    return torch.tensor(levels / 255) * (high - low)
