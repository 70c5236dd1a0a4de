q_size = torch.tensor(7)
