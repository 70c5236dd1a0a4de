# misconception: same_number
q_nats_of_three_bits = 3
