# misconception: js_infinite
q_infinite_divergence = "d"
