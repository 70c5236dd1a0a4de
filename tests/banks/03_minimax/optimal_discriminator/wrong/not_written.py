# misconception: not_written
def optimal_discriminator(p_data, p_g):
    # YOUR CODE HERE
    raise NotImplementedError()
