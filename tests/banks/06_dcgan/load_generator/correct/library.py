from gan_course.training import load_network


def load_generator(path, make):
    return load_network(make(), path).eval()
