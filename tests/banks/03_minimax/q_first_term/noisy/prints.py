print("I think it is c")
q_first_term = "c"
