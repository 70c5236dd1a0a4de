# misconception: layout_refused
def save_generator(generator, path):
    save_file(generator.state_dict(), path)
