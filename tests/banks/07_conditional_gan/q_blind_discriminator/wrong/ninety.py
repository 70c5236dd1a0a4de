# misconception: other_answer
q_blind_discriminator = 0.9
