# misconception: other_answer
q_batch_norm = "e"
