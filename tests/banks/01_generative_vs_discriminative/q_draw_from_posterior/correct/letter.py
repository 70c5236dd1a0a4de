q_draw_from_posterior = "b"
