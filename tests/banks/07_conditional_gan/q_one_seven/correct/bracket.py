q_one_seven = "(c)"
