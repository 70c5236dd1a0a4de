# %% correct · comparison
def one_hot(labels, classes):
    return (labels.unsqueeze(1) == torch.arange(classes)).to(torch.float32)

# %% correct · double_precision
def one_hot(labels, classes):
    return torch.eye(classes, dtype=torch.float64).index_select(0, labels)

# %% correct · einsum
def one_hot(labels, classes):
    same = torch.eq(labels[:, None], torch.arange(classes, device=labels.device)[None, :])
    return torch.einsum("nk,kj->nj", same.float(), torch.eye(classes))

# %% correct · functional
def one_hot(labels, classes):
    return torch.nn.functional.one_hot(labels, num_classes=classes).float()

# %% correct · index_put
def one_hot(labels, classes):
    out = labels.new_zeros((labels.numel(), classes), dtype=torch.float)
    out[torch.arange(labels.numel()), labels] = 1.0
    return out

# %% correct · lists
def one_hot(labels, classes):
    table = []
    for label in labels.tolist():
        table.append([1.0 if k == label else 0.0 for k in range(classes)])
    return torch.tensor(table)

# %% correct · loop
def one_hot(labels, classes):
    rows = torch.zeros((len(labels), classes))
    for i in range(len(labels)):
        rows[i, labels[i]] = 1
    return rows

# %% correct · numpy_inside
import numpy as np


def one_hot(labels, classes):
    return torch.from_numpy(np.eye(classes, dtype=np.float32)[labels.numpy()])

# %% correct · scatter
def one_hot(labels, classes):
    rows = torch.zeros(labels.shape[0], classes)
    rows.scatter_(1, labels.view(-1, 1), 1.0)
    return rows

# %% correct · unit_matrix
def one_hot(labels, classes):
    return torch.eye(classes)[labels]

# %% correct · compare_with_every_class
def one_hot(labels, classes):
    return torch.eq(labels.unsqueeze(-1), torch.arange(classes, device=labels.device)).to(torch.float32)

# %% correct · look_up_in_the_unit_matrix
def one_hot(labels, classes):
    return F.embedding(labels, torch.eye(classes, device=labels.device))

# %% wrong · all_labels_in_each_row · other_values
def one_hot(labels, classes):
    rows = torch.zeros(len(labels), classes)
    rows[:, labels] = 1
    return rows

# %% wrong · batch_position · labels_unused
def one_hot(labels, classes):
    return torch.eye(len(labels), classes)

# %% wrong · booleans · not_float
def one_hot(labels, classes):
    return labels[:, None] == torch.arange(classes)

# %% wrong · changes_labels · modifies_inputs
def one_hot(labels, classes):
    rows = torch.eye(classes)[labels]
    labels += 1
    return rows

# %% wrong · classes_from_batch · classes_inferred
def one_hot(labels, classes):
    return F.one_hot(labels).float()

# %% wrong · classes_from_maximum · classes_inferred
def one_hot(labels, classes):
    return torch.eye(int(labels.max()) + 1)[labels]

# %% wrong · column_of_numbers · label_as_number
def one_hot(labels, classes):
    return labels.float().unsqueeze(1)

# %% wrong · counts_from_one · off_by_one
def one_hot(labels, classes):
    return torch.eye(classes)[labels - 1]

# %% wrong · counts_in_batch · wrong_shape
def one_hot(labels, classes):
    return torch.bincount(labels, minlength=classes).float()

# %% wrong · extra_dimension · wrong_shape
def one_hot(labels, classes):
    return torch.eye(classes)[labels.unsqueeze(1)]

# %% wrong · integers · not_float
def one_hot(labels, classes):
    return F.one_hot(labels, classes)

# %% wrong · inverted · other_values
def one_hot(labels, classes):
    return 1 - torch.eye(classes)[labels]

# %% wrong · label_plus_one · off_by_one
def one_hot(labels, classes):
    return F.one_hot((labels + 1) % classes, classes).float()

# %% wrong · label_plus_one_raises · off_by_one
def one_hot(labels, classes):
    return F.one_hot(labels + 1, classes).float()

# %% wrong · minus_one_elsewhere · other_values
def one_hot(labels, classes):
    return 2 * F.one_hot(labels, classes).float() - 1

# %% wrong · numpy_array · wrong_type
import numpy as np


def one_hot(labels, classes):
    return np.eye(classes)[labels.numpy()]

# %% wrong · one_column_more · other_number_of_columns
def one_hot(labels, classes):
    return F.one_hot(labels, classes + 1).float()

# %% wrong · returns_nothing · wrong_type
def one_hot(labels, classes):
    rows = torch.zeros(len(labels), classes)
    rows[torch.arange(len(labels)), labels] = 1

# %% wrong · scaled_number · label_as_number
def one_hot(labels, classes):
    return labels[:, None] / classes

# %% wrong · scatter_over_rows · wrong_axis
def one_hot(labels, classes):
    return (torch.arange(classes)[:, None] == labels[None, :]).float()

# %% wrong · sorted_labels · labels_unused
def one_hot(labels, classes):
    return torch.eye(classes)[labels.sort().values]

# %% wrong · squeezed · wrong_shape
def one_hot(labels, classes):
    return torch.eye(classes)[labels].squeeze()

# %% wrong · ten_classes · classes_fixed
def one_hot(labels, classes):
    return torch.eye(10)[labels]

# %% wrong · thermometer · other_values
def one_hot(labels, classes):
    return (torch.arange(classes)[None] <= labels[:, None]).float()

# %% wrong · transposed · wrong_axis
def one_hot(labels, classes):
    return torch.eye(classes)[:, labels]

# %% wrong · weighted_by_label · label_as_number
def one_hot(labels, classes):
    return F.one_hot(labels, classes).float() * labels[:, None].float()

# %% wrong · whole_numbers · not_float
def one_hot(labels, classes):
    return torch.zeros(len(labels), classes, dtype=labels.dtype).scatter_(1, labels[:, None], 1)

# %% wrong · columns_for_everyone · other_values
def one_hot(labels, classes):
    rows = torch.zeros(labels.shape[0], classes)
    rows[:, labels] = 1.0
    return rows

# %% wrong · classes_down_the_side · wrong_axis
def one_hot(labels, classes):
    return (torch.arange(classes, device=labels.device)[:, None] == labels[None, :]).float()

# %% wrong · only_the_present_ones · rank_of_label
def one_hot(labels, classes):
    present, place = labels.unique(return_inverse=True)
    rows = torch.zeros(len(labels), classes, device=labels.device)
    rows[torch.arange(len(labels)), place] = 1
    return rows

# %% wrong · squeezed_2 · wrong_shape
def one_hot(labels, classes):
    unit = torch.eye(classes, device=labels.device)
    return torch.stack([unit[k] for k in labels.tolist()]).squeeze()

# %% noisy · warns_and_prints
import warnings


def one_hot(labels, classes):
    warnings.warn("about to encode", stacklevel=2)
    encodé = F.one_hot(labels, classes).float()
    print(encodé.shape)
    return encodé
