# misconception: unanswered
q_blind_discriminator = None
