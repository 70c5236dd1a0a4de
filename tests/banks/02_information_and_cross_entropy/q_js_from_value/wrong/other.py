# misconception: other_answer
q_js_from_value = 1.193
