# misconception: coin
q_blind_discriminator = 0.5
