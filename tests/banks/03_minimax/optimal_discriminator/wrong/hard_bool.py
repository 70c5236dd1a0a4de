# misconception: hard_decision
def optimal_discriminator(p_data, p_g):
    return p_data > p_g
