q_nats_of_three_bits = 2.08
