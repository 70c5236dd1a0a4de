from gan_course.training import save_network


def save_generator(generator, path):
    return save_network(generator, path)
