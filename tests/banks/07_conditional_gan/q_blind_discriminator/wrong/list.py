# misconception: wrong_type
q_blind_discriminator = [0.1, 0.2]
