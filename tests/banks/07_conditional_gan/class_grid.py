# %% correct · cartesian
def class_grid(generator, z, classes):
    pairs = torch.cartesian_prod(torch.arange(classes), torch.arange(len(z)))
    with torch.no_grad():
        return generator(z[pairs[:, 1]], pairs[:, 0])

# %% correct · expand_and_reshape
def class_grid(generator, z, classes):
    n, dim = z.shape
    many = z.expand(classes, n, dim).reshape(classes * n, dim)
    labels = torch.arange(classes)[:, None].expand(classes, n).reshape(-1)
    was_training = generator.training
    generator.eval()
    with torch.no_grad():
        images = generator(many, labels)
    generator.train(was_training)
    return images

# %% correct · image_by_image
@torch.no_grad()
def class_grid(generator, z, classes):
    return torch.cat(
        [generator(z[j : j + 1], torch.tensor([k])) for k in range(classes) for j in range(len(z))]
    )

# %% correct · integer_division
def class_grid(generator, z, classes):
    i = torch.arange(classes * len(z))
    with torch.inference_mode():
        images = generator(z[i % len(z)], i // len(z))
    return images.clone()

# %% correct · keyword_and_lists
def class_grid(generator, z, classes):
    labels = torch.tensor([k for k in range(classes) for _ in z])
    noise = torch.stack([row for _ in range(classes) for row in z])
    return generator(noise, labels).data

# %% correct · meshgrid
def class_grid(generator, z, classes):
    k, j = torch.meshgrid(torch.arange(classes), torch.arange(len(z)), indexing="ij")
    return generator(z[j.flatten()], k.flatten()).detach()

# %% correct · repeat_and_interleave
def class_grid(generator, z, classes):
    labels = torch.arange(classes).repeat_interleave(len(z))
    with torch.no_grad():
        return generator(z.repeat(classes, 1), labels)

# %% correct · row_by_row
def class_grid(generator, z, classes):
    rows = []
    for k in range(classes):
        with torch.no_grad():
            rows.append(generator(z, torch.full((len(z),), k)))
    return torch.cat(rows)

# %% correct · row_by_row_2
def class_grid(generator, z, classes):
    rows = []
    for k in range(classes):
        y = torch.full((z.shape[0],), k, dtype=torch.long, device=z.device)
        rows.append(generator(z, y).detach())
    return torch.cat(rows, dim=0)

# %% correct · meshgrid_and_keywords
@torch.no_grad()
def class_grid(generator, z, classes):
    k, j = torch.meshgrid(
        torch.arange(classes, device=z.device), torch.arange(len(z), device=z.device), indexing="ij"
    )
    return generator(z=z[j.flatten()], y=k.flatten())

# %% wrong · backwards · wrong_classes
def class_grid(generator, z, classes):
    labels = torch.arange(classes - 1, -1, -1).repeat_interleave(len(z))
    with torch.no_grad():
        return generator(z.repeat(classes, 1), labels)

# %% wrong · both_fast · both_repeated_alike
def class_grid(generator, z, classes):
    with torch.no_grad():
        return generator(z.repeat(classes, 1), torch.arange(classes).repeat(len(z)))

# %% wrong · both_slow · both_repeated_alike
def class_grid(generator, z, classes):
    labels = torch.arange(classes).repeat_interleave(len(z))
    with torch.no_grad():
        return generator(z.repeat_interleave(classes, 0), labels)

# %% wrong · first_z_only · one_z
def class_grid(generator, z, classes):
    labels = torch.arange(classes).repeat_interleave(len(z))
    with torch.no_grad():
        return generator(z[:1].repeat(len(labels), 1), labels)

# %% wrong · float_labels · raises
def class_grid(generator, z, classes):
    labels = torch.linspace(0, classes - 1, classes * len(z))
    with torch.no_grad():
        return generator(z.repeat(classes, 1), labels)

# %% wrong · fresh_noise_each_image · fresh_noise
def class_grid(generator, z, classes):
    labels = torch.arange(classes).repeat_interleave(len(z))
    with torch.no_grad():
        return generator(torch.randn(len(labels), z.shape[1]), labels)

# %% wrong · fresh_noise_each_row · fresh_noise
def class_grid(generator, z, classes):
    rows = []
    with torch.no_grad():
        for k in range(classes):
            rows.append(generator(torch.randn_like(z), torch.full((len(z),), k)))
    return torch.cat(rows)

# %% wrong · from_one · wrong_classes
def class_grid(generator, z, classes):
    labels = torch.arange(1, classes).repeat_interleave(len(z))
    with torch.no_grad():
        return generator(z.repeat(classes - 1, 1), labels)

# %% wrong · keeps_graph · keeps_graph
def class_grid(generator, z, classes):
    return generator(z.repeat(classes, 1), torch.arange(classes).repeat_interleave(len(z)))

# %% wrong · last_missing · wrong_classes
def class_grid(generator, z, classes):
    labels = torch.arange(classes - 1).repeat_interleave(len(z))
    with torch.no_grad():
        return generator(z.repeat(classes - 1, 1), labels)

# %% wrong · last_row_only · wrong_classes
def class_grid(generator, z, classes):
    for k in range(classes):
        with torch.no_grad():
            images = generator(z, torch.full((len(z),), k))
    return images

# %% wrong · left_frozen · generator_frozen
def class_grid(generator, z, classes):
    generator.requires_grad_(False)
    return generator(z.repeat(classes, 1), torch.arange(classes).repeat_interleave(len(z)))

# %% wrong · left_in_eval · mode_changed
def class_grid(generator, z, classes):
    generator.eval()
    with torch.no_grad():
        return generator(z.repeat(classes, 1), torch.arange(classes).repeat_interleave(len(z)))

# %% wrong · list_of_rows · wrong_type
def class_grid(generator, z, classes):
    return [generator(z, torch.full((len(z),), k)).detach() for k in range(classes)]

# %% wrong · mean_z · one_z
def class_grid(generator, z, classes):
    labels = torch.arange(classes).repeat_interleave(len(z))
    with torch.no_grad():
        return generator(z.mean(0, keepdim=True).repeat(len(labels), 1), labels)

# %% wrong · one_class_only · wrong_classes
def class_grid(generator, z, classes):
    labels = torch.zeros(classes * len(z), dtype=torch.long)
    with torch.no_grad():
        return generator(z.repeat(classes, 1), labels)

# %% wrong · returns_in_loop · wrong_classes
def class_grid(generator, z, classes):
    images = []
    for k in range(classes):
        with torch.no_grad():
            images.append(generator(z, torch.full((len(z),), k)))
        return torch.cat(images)

# %% wrong · stacked_other_way · wrong_shape
def class_grid(generator, z, classes):
    rows = [generator(z, torch.full((len(z),), k)).detach() for k in range(classes)]
    return torch.stack(rows, dim=1)

# %% wrong · table_of_images · wrong_shape
def class_grid(generator, z, classes):
    rows = [generator(z, torch.full((len(z),), k)).detach() for k in range(classes)]
    return torch.stack(rows)

# %% wrong · turned · rows_and_columns_exchanged
def class_grid(generator, z, classes):
    with torch.no_grad():
        return generator(z.repeat_interleave(classes, 0), torch.arange(classes).repeat(len(z)))

# %% wrong · zero_z · one_z
def class_grid(generator, z, classes):
    labels = torch.arange(classes).repeat_interleave(len(z))
    with torch.no_grad():
        return generator(torch.zeros(len(labels), z.shape[1]), labels)

# %% wrong · both_slow_2 · both_repeated_alike
@torch.no_grad()
def class_grid(generator, z, classes):
    n = z.shape[0]
    labels = torch.arange(classes, device=z.device).repeat_interleave(n)
    noise = z.repeat_interleave(classes, dim=0)
    return generator(noise, labels)

# %% wrong · eval_then_train · mode_changed
def class_grid(generator, z, classes):
    generator.eval()
    with torch.no_grad():
        rows = [
            generator(z, torch.full((len(z),), k, dtype=torch.long, device=z.device)) for k in range(classes)
        ]
    generator.train()
    return torch.cat(rows)

# %% wrong · stack_of_rows · wrong_shape
@torch.no_grad()
def class_grid(generator, z, classes):
    labels = torch.arange(classes, device=z.device)
    return torch.stack([generator(z, k.expand(len(z))) for k in labels])

# %% wrong · truncation_trick · fresh_noise
@torch.no_grad()
def class_grid(generator, z, classes):
    z = z.clamp(-1, 1)
    labels = torch.arange(classes, device=z.device).repeat_interleave(len(z))
    return generator(z.repeat(classes, 1), labels)

# %% wrong · left_in_eval_2 · mode_changed
def class_grid(generator, z, classes):
    generator = generator.eval()
    labels = torch.arange(classes, device=z.device).repeat_interleave(z.size(0))
    with torch.no_grad():
        return generator(torch.cat([z] * classes), labels)

# %% noisy · plots
import matplotlib.pyplot as plt


def class_grid(generator, z, classes):
    labels = torch.arange(classes).repeat_interleave(len(z))
    with torch.no_grad():
        bilder = generator(z.repeat(classes, 1), labels)
    plt.plot(labels.numpy())
    plt.close()
    print("grid", tuple(bilder.shape))
    return bilder
