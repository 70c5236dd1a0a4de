q_norm_over_batch = (torch.full((16,), 3.0).norm() - 1) ** 2
