# misconception: cancels
q_sign = "d"
