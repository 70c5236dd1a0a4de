letters = "abcd"
q_first_term = letters[2]
