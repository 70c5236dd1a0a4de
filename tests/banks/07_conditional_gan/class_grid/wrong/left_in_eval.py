# misconception: left_in_eval
def class_grid(generator, z, classes):
    generator.eval()
    with torch.no_grad():
        return generator(z.repeat(classes, 1), torch.arange(classes).repeat_interleave(len(z)))
