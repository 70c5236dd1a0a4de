# misconception: unanswered
q_nats_of_three_bits = None
