def load_generator(path, make):
    g = make().eval()
    numbers = load_file(path)
    with torch.no_grad():
        for name, value in g.state_dict().items():
            value.copy_(numbers[name])
    return g
