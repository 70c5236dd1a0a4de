# misconception: left_in_training_mode
def load_generator(path, make):
    generator = make()
    generator.load_state_dict(load_file(path))
    generator.eval()
    return generator.train()
