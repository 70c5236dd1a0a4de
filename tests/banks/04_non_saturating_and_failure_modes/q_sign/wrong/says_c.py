# misconception: becomes_saturating
q_sign = "c"
