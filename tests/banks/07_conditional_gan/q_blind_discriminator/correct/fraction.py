q_blind_discriminator = 1 / 10
