# misconception: pickled
def save_generator(generator, path):
    torch.save(generator.state_dict(), path)
