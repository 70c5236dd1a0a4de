# misconception: one_input_channel
q_weights = 64 * 16
