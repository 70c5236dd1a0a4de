# misconception: size_of_value
def generator_loss(fake_values):
    return -(fake_values ** 2).mean()
