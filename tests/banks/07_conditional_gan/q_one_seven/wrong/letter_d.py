# misconception: d_sees_variety
q_one_seven = "d"
