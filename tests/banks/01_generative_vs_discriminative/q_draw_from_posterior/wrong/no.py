# misconception: wrong_type
q_draw_from_posterior = False
