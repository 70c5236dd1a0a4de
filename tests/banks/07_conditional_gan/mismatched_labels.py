# %% correct · backwards
def mismatched_labels(labels, classes):
    back = torch.randint_like(labels, low=1, high=classes)
    return torch.remainder(labels - back, classes)

# %% correct · clock
def mismatched_labels(labels, classes):
    return (labels + torch.randint(1, classes, labels.shape)) % classes

# %% correct · gumbel
def mismatched_labels(labels, classes):
    scores = torch.rand(len(labels), classes)
    scores.scatter_(1, labels[:, None], -1.0)
    return scores.argmax(dim=1)

# %% correct · int32
def mismatched_labels(labels, classes):
    steps = torch.randint(1, classes, labels.shape, dtype=torch.int32)
    return ((labels.int() + steps) % classes).to(torch.int32)

# %% correct · loop
def mismatched_labels(labels, classes):
    wrong = torch.empty_like(labels)
    for i, label in enumerate(labels.tolist()):
        others = [k for k in range(classes) if k != label]
        wrong[i] = others[int(torch.randint(len(others), (1,)))]
    return wrong

# %% correct · multinomial
def mismatched_labels(labels, classes):
    weights = 1.0 - F.one_hot(labels, classes).float()
    return torch.multinomial(weights, 1).squeeze(1)

# %% correct · python_random
import random


def mismatched_labels(labels, classes):
    wrong = []
    for label in labels.tolist():
        wrong.append(random.choice([k for k in range(classes) if k != label]))
    return torch.tensor(wrong)

# %% correct · redraw_until_wrong
def mismatched_labels(labels, classes):
    wrong = torch.randint(classes, labels.shape)
    while (wrong == labels).any():
        again = wrong == labels
        wrong[again] = torch.randint(classes, (int(again.sum()),))
    return wrong

# %% correct · skip_over
def mismatched_labels(labels, classes):
    other = torch.randint(0, classes - 1, (len(labels),))
    return other + (other >= labels).long()

# %% correct · table_of_others
def mismatched_labels(labels, classes):
    others = torch.stack([torch.tensor([k for k in range(classes) if k != y]) for y in range(classes)])
    return others[labels, torch.randint(classes - 1, labels.shape)]

# %% correct · uniform_floor
def mismatched_labels(labels, classes):
    step = 1 + torch.floor(torch.rand(labels.shape) * (classes - 1)).long()
    return (labels + step.clamp(max=classes - 1)) % classes

# %% correct · multinomial_2
def mismatched_labels(labels, classes):
    allowed = torch.ones(len(labels), classes, device=labels.device)
    allowed[torch.arange(len(labels), device=labels.device), labels] = 0
    return torch.multinomial(allowed, num_samples=1).squeeze(1)

# %% correct · last_class_stands_in
def mismatched_labels(labels, classes):
    # draw from all but the last class; where that hits the label, the last class takes its place
    drawn = torch.randint(classes - 1, labels.shape, device=labels.device)
    return torch.where(drawn == labels, torch.full_like(drawn, classes - 1), drawn)

# %% wrong · always_zero_or_one · always_the_same
def mismatched_labels(labels, classes):
    return torch.where(labels == 0, torch.ones_like(labels), torch.zeros_like(labels))

# %% wrong · any_class · may_equal
def mismatched_labels(labels, classes):
    return torch.randint(0, classes, labels.shape)

# %% wrong · collision_moves_on · uneven
def mismatched_labels(labels, classes):
    wrong = torch.randint(classes, labels.shape)
    return torch.where(wrong == labels, (wrong + 1) % classes, wrong)

# %% wrong · column · wrong_shape
def mismatched_labels(labels, classes):
    steps = torch.randint(1, classes, (len(labels), 1))
    return (labels[:, None] + steps) % classes

# %% wrong · floats · not_integers
def mismatched_labels(labels, classes):
    return ((labels + torch.randint(1, classes, labels.shape)) % classes).float()

# %% wrong · half_way_round · always_the_same
def mismatched_labels(labels, classes):
    return (labels + classes // 2) % classes

# %% wrong · in_place · modifies_inputs
def mismatched_labels(labels, classes):
    labels += torch.randint(1, classes, labels.shape)
    labels %= classes
    return labels.clone()

# %% wrong · labels_back · labels_unchanged
def mismatched_labels(labels, classes):
    return labels

# %% wrong · last_step_missing · some_never_drawn
def mismatched_labels(labels, classes):
    return (labels + torch.randint(1, max(2, classes - 1), labels.shape)) % classes

# %% wrong · list_back · wrong_type
def mismatched_labels(labels, classes):
    return [int((y + 1 + torch.randint(classes - 1, (1,))) % classes) for y in labels.tolist()]

# %% wrong · mirrored · may_equal
def mismatched_labels(labels, classes):
    return classes - 1 - labels

# %% wrong · modulo_too_large · no_class
def mismatched_labels(labels, classes):
    return (labels + torch.randint(1, classes, labels.shape)) % (classes + 1)

# %% wrong · negative · no_class
def mismatched_labels(labels, classes):
    return labels - torch.randint(1, classes, labels.shape)

# %% wrong · neighbours_only · some_never_drawn
def mismatched_labels(labels, classes):
    side = torch.where(torch.rand(labels.shape) < 0.5, 1, -1)
    return (labels + side) % classes

# %% wrong · next_class · always_the_same
def mismatched_labels(labels, classes):
    return (labels + 1) % classes

# %% wrong · no_modulo · no_class
def mismatched_labels(labels, classes):
    return labels + torch.randint(1, classes, labels.shape)

# %% wrong · one_step_for_all · one_shift_for_all
def mismatched_labels(labels, classes):
    return (labels + torch.randint(1, classes, (1,))) % classes

# %% wrong · one_table_a_call · one_shift_for_all
def mismatched_labels(labels, classes):
    step = torch.randint(1, classes, (classes,))
    return (labels + step[labels]) % classes

# %% wrong · own_generator · same_every_call
def mismatched_labels(labels, classes):
    own = torch.Generator().manual_seed(1)
    return (labels + torch.randint(1, classes, labels.shape, generator=own)) % classes

# %% wrong · redraws_once · may_equal
def mismatched_labels(labels, classes):
    wrong = torch.randint(classes, labels.shape)
    again = torch.randint(classes, labels.shape)
    return torch.where(wrong == labels, again, wrong)

# %% wrong · rolled · may_equal
def mismatched_labels(labels, classes):
    return labels.roll(1)

# %% wrong · seeded · stream_set_back
def mismatched_labels(labels, classes):
    torch.manual_seed(0)
    return (labels + torch.randint(1, classes, labels.shape)) % classes

# %% wrong · shuffled · may_equal
def mismatched_labels(labels, classes):
    return labels[torch.randperm(len(labels))]

# %% wrong · step_from_zero · may_equal
def mismatched_labels(labels, classes):
    return (labels + torch.randint(0, classes, labels.shape)) % classes

# %% wrong · step_too_long · may_equal
def mismatched_labels(labels, classes):
    return (labels + torch.randint(1, classes + 1, labels.shape)) % classes

# %% wrong · table · wrong_shape
def mismatched_labels(labels, classes):
    steps = torch.randint(1, classes, (len(labels), 1))
    return (labels + steps) % classes

# %% wrong · ten_classes · no_class
def mismatched_labels(labels, classes):
    return (labels + torch.randint(1, 10, labels.shape)) % 10

# %% wrong · one_turn_of_the_clock · one_shift_for_all
def mismatched_labels(labels, classes):
    steps = torch.randint(1, classes, (1,), device=labels.device)
    return (labels + steps) % classes

# %% wrong · one_step_for_each_class · one_shift_for_all
def mismatched_labels(labels, classes):
    wrong_for = (torch.arange(classes) + torch.randint(1, classes, (classes,))) % classes
    return wrong_for.to(labels.device)[labels]

# %% wrong · push_the_hits_on · uneven
def mismatched_labels(labels, classes):
    drawn = torch.randint(classes, labels.shape, device=labels.device)
    return torch.where(drawn == labels, (drawn + 1) % classes, drawn)

# %% wrong · second_try · may_equal
def mismatched_labels(labels, classes):
    wrong = torch.randint_like(labels, classes)
    hit = wrong == labels
    wrong[hit] = torch.randint(0, classes, (int(hit.sum()),), device=labels.device)
    return wrong

# %% wrong · high_is_included · some_never_drawn
def mismatched_labels(labels, classes):
    steps = torch.randint(1, max(classes - 1, 2), labels.shape, device=labels.device)
    return (labels + steps).remainder(classes)

# %% wrong · own_score_zero · may_equal
def mismatched_labels(labels, classes):
    scores = torch.randn(len(labels), classes, device=labels.device)
    scores = scores.scatter(1, labels.unsqueeze(1), 0.0)
    return scores.argmax(dim=1)

# %% wrong · repeatable · same_every_call
def mismatched_labels(labels, classes):
    generator = torch.Generator(device=labels.device).manual_seed(0)
    steps = torch.randint(1, classes, labels.shape, generator=generator, device=labels.device)
    return (labels + steps) % classes

# %% wrong · on_the_spot · modifies_inputs
def mismatched_labels(labels, classes):
    labels += torch.randint(1, classes, labels.shape, device=labels.device)
    labels %= classes
    return labels

# %% wrong · dealt_out_in_turn · not_independent
def mismatched_labels(labels, classes):
    start = torch.randint(classes - 1, (1,))
    return (labels + 1 + (start + torch.arange(len(labels))) % (classes - 1)) % classes

# %% wrong · puts_the_old_seed_back · stream_set_back
def mismatched_labels(labels, classes):
    old = torch.initial_seed()
    steps = torch.randint(1, classes, labels.shape)
    torch.manual_seed(old)
    return (labels + steps) % classes

# %% noisy · logging
import logging


def mismatched_labels(labels, classes):
    logging.getLogger("lesson").warning("drawing %d labels", len(labels))
    steps = torch.randint(1, classes, labels.shape)
    print("mean step", steps.float().mean().item())
    return (labels + steps) % classes
