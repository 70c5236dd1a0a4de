# misconception: priors_enough
q_draw_from_posterior = "c"
