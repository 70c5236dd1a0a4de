q_one_seven = "".join(["c"])
