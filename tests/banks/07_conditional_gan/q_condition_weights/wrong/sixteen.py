# misconception: other_answer
q_condition_weights = 16 * 256
