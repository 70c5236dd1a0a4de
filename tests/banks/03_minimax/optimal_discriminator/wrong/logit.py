# misconception: returns_logit
def optimal_discriminator(p_data, p_g):
    return p_data.log() - p_g.log()
