# misconception: not_about_exactness
q_draw_from_posterior = "d"
