q_blind_discriminator = 0.1
