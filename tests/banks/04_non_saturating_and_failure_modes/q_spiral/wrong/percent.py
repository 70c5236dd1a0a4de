# misconception: other_answer
q_spiral = 164
