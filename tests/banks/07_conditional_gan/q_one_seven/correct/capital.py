q_one_seven = "C"
