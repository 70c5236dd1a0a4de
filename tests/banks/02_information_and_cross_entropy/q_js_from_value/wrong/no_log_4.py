# misconception: log_4_forgotten
q_js_from_value = -0.5
