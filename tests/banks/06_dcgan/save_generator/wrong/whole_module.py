# misconception: raises
def save_generator(generator, path):
    save_file(generator, path)
