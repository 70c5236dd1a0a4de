# misconception: js_not_distance
q_distance = math.log(2)
