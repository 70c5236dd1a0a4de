# misconception: as_percent
q_blind_discriminator = 10
