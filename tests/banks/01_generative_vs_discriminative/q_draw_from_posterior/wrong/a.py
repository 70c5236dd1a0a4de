# misconception: p_x_missing
q_draw_from_posterior = "a"
