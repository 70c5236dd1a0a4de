# misconception: other_answer
q_nats_of_three_bits = 0.693
