# misconception: pickled
import pickle


def save_generator(generator, path):
    with open(path, 'wb') as f:
        pickle.dump(generator.state_dict(), f)
