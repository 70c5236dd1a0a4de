q_linear_change = -0.01 * torch.full((150_000,), 0.05).sum()
