# misconception: shrinks
q_spiral = 0.99**50
