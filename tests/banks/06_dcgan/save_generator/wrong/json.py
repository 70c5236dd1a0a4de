# misconception: pickled
import json


def save_generator(generator, path):
    with open(path, 'w') as f:
        json.dump({k: v.tolist() for k, v in generator.state_dict().items()}, f)
