# misconception: in_bits
q_js_from_value = 0.279
