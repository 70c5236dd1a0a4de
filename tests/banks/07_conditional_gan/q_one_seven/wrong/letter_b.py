# misconception: spread_over_all
q_one_seven = "b"
