K = 10
q_blind_discriminator = K**-1
