q_draw_from_posterior = "(B)"
