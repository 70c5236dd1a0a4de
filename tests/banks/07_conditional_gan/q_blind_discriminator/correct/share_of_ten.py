q_blind_discriminator = 1 / len(range(10))
