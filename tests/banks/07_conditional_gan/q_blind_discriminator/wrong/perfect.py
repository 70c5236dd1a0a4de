# misconception: g_hears_y_by_itself
q_blind_discriminator = 1.0
