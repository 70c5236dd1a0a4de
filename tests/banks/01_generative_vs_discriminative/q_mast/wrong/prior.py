# misconception: other_answer
q_mast = 0.1
