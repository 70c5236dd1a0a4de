# misconception: other_answer
q_unbalanced_batch = -0.4
