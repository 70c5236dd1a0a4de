# misconception: same_thing
q_sign = "a"
