# misconception: rows_and_columns_exchanged
def class_grid(generator, z, classes):
    with torch.no_grad():
        return generator(z.repeat_interleave(classes, 0), torch.arange(classes).repeat(len(z)))
