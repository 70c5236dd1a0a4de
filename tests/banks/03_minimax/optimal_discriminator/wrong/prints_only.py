# misconception: wrong_type
def optimal_discriminator(p_data, p_g):
    print(p_data / (p_data + p_g))
