# misconception: names_changed
def save_generator(generator, path):
    save_file({str(i): v.contiguous() for i, v in enumerate(generator.state_dict().values())}, path)
