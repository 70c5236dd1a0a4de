q_blind_discriminator = torch.tensor(0.1, dtype=torch.float64)
