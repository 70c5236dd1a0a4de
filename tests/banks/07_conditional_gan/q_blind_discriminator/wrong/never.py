# misconception: never_right
q_blind_discriminator = 0
