def save_generator(generator, path):
    state = {name: value.contiguous() for name, value in generator.state_dict().items()}
    for name, value in state.items():
        print(f"{name:30} {tuple(value.shape)}")
    save_file(state, path)
