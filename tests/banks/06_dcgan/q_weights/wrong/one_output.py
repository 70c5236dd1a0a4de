# misconception: one_output_channel
q_weights = 32 * 16
