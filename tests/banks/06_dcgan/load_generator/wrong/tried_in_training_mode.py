# misconception: not_loaded
def load_generator(path, make):
    generator = make()
    generator.load_state_dict(load_file(path))
    generator(torch.randn(8, 4))
    return generator.eval()
