# misconception: wrong_type
q_blind_discriminator = "a tenth"
