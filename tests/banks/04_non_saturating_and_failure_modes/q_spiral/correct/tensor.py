q_spiral = torch.tensor(1.01).pow(50)
