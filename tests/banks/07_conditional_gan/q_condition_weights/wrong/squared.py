# misconception: other_answer
q_condition_weights = 256 * 256
