q_js_from_value = 0.1931
