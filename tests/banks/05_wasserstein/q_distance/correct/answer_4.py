q_distance = torch.tensor(2.0)
