# misconception: cancels
q_sign = "D"
