# misconception: with_bias
q_weights = 32768 + 64
