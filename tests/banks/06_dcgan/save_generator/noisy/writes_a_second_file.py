import warnings


def save_generator(generator, path):
    Größe = sum(v.numel() for v in generator.state_dict().values())
    warnings.warn(f"{Größe} Zahlen")
    save_file({k: v.contiguous() for k, v in generator.state_dict().items()}, path)
    with open(path + ".txt", "w") as notes:
        notes.write(str(Größe))
