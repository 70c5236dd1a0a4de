q_condition_weights = torch.tensor(2560)
