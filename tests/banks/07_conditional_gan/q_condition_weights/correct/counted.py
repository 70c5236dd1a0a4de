q_condition_weights = torch.empty(256, 10).numel()
