# %% correct · loop
def ablation(run, full, off):
    seeds = (0, 1, 2)
    table = {"all": [run(full, seed) for seed in seeds]}
    needed = []
    for name, value in off.items():
        settings = dict(full)
        settings[name] = value
        table[name] = [run(settings, seed) for seed in seeds]
        if all(without < whole for without, whole in zip(table[name], table["all"])):
            needed.append(name)
    table["needed"] = needed
    return table

# %% correct · comprehensions
def ablation(run, full, off):
    def row(settings):
        return [run(settings, seed) for seed in (11, 12, 13)]

    whole = row(full)
    rows = {name: row({**full, name: value}) for name, value in off.items()}
    needed = [name for name, cells in rows.items() if max(c - w for c, w in zip(cells, whole)) < 0]
    return {"all": whole, **rows, "needed": needed}

# %% correct · seed_by_seed
import collections


def ablation(run, full, off):
    table = collections.defaultdict(list)
    for seed in range(100, 103):
        table["all"].append(run({**full}, seed))
        for name in off:
            table[name].append(run({**full, name: off[name]}, seed))
    table["needed"] = [n for n in off if not any(a >= b for a, b in zip(table[n], table["all"]))]
    return dict(table)

# %% correct · tensors
def ablation(run, full, off):
    rows = {"all": full}
    for name in off:
        rows[name] = full | {name: off[name]}
    table = {name: [run(settings, seed) for seed in (3, 1, 4)] for name, settings in rows.items()}
    whole = torch.tensor(table["all"])
    table["needed"] = [name for name in off if bool((torch.tensor(table[name]) < whole).all())]
    return table

# %% correct · tuples
def ablation(run, full, off):
    seeds = (0, 1, 2)
    table = {"all": tuple(run(full, seed) for seed in seeds)}
    needed = []
    for name, value in off.items():
        settings = dict(full)
        settings[name] = value
        table[name] = [run(settings, seed) for seed in seeds]
        if all(without < whole for without, whole in zip(table[name], table["all"])):
            needed.append(name)
    table["needed"] = tuple(needed)
    return table

# %% correct · copy_module
def ablation(run, full, off):
    seeds = (0, 1, 2)
    table = {"all": [run(full, seed) for seed in seeds]}
    needed = []
    for name, value in off.items():
        import copy

        settings = copy.deepcopy(full)
        settings[name] = value
        table[name] = [run(settings, seed) for seed in seeds]
        if all(without < whole for without, whole in zip(table[name], table["all"])):
            needed.append(name)
    table["needed"] = needed
    return table

# %% correct · baseline_last
def ablation(run, full, off):
    table = {}
    for name in [*off, "all"]:
        settings = {k: off[k] if k == name else v for k, v in full.items()}
        table[name] = [run(settings, seed) for seed in [5, 6, 7]]
    gains = {name: [a - b for a, b in zip(table["all"], table[name])] for name in off}
    table["needed"] = sorted(name for name, gain in gains.items() if min(gain) > 0)
    return table

# %% correct · counts_wins
def ablation(run, full, off):
    seeds = (0, 1, 2)
    table = {"all": [run(full, seed) for seed in seeds]}
    needed = []
    for name, value in off.items():
        settings = dict(full)
        settings[name] = value
        table[name] = [run(settings, seed) for seed in seeds]
        if sum(without < whole for without, whole in zip(table[name], table["all"])) == len(seeds):
            needed.append(name)
    table["needed"] = needed
    return table

# %% wrong · all_are_needed
def ablation(run, full, off):
    seeds = (0, 1, 2)
    table = {"all": [run(full, seed) for seed in seeds]}
    needed = []
    for name, value in off.items():
        settings = dict(full)
        settings[name] = value
        table[name] = [run(settings, seed) for seed in seeds]
        if all(without < whole for without, whole in zip(table[name], table["all"])):
            needed.append(name)
    table["needed"] = list(off)
    return table

# %% wrong · any_seed
def ablation(run, full, off):
    seeds = (0, 1, 2)
    table = {"all": [run(full, seed) for seed in seeds]}
    needed = []
    for name, value in off.items():
        settings = dict(full)
        settings[name] = value
        table[name] = [run(settings, seed) for seed in seeds]
        if any(without < whole for without, whole in zip(table[name], table["all"])):
            needed.append(name)
    table["needed"] = needed
    return table

# %% wrong · by_the_mean · by_the_mean
def ablation(run, full, off):
    seeds = (0, 1, 2)
    table = {"all": [run(full, seed) for seed in seeds]}
    needed = []
    for name, value in off.items():
        settings = dict(full)
        settings[name] = value
        table[name] = [run(settings, seed) for seed in seeds]
        if sum(table[name]) < sum(table["all"]):
            needed.append(name)
    table["needed"] = needed
    return table

# %% wrong · changes_full · modifies_settings
def ablation(run, full, off):
    seeds = (0, 1, 2)
    table = {"all": [run(full, seed) for seed in seeds]}
    needed = []
    for name, value in off.items():
        settings = dict(full)
        settings[name] = value
        table[name] = [run(settings, seed) for seed in seeds]
        if all(without < whole for without, whole in zip(table[name], table["all"])):
            needed.append(name)
    table["needed"] = needed
    full[next(iter(off))] = 0.123
    return table

# %% wrong · everything_but_one_off · several_at_once
def ablation(run, full, off):
    seeds = (0, 1, 2)
    table = {"all": [run(full, seed) for seed in seeds]}
    needed = []
    for name, value in off.items():
        settings = {**full, **off}
        settings[name] = full[name]
        table[name] = [run(settings, seed) for seed in seeds]
        if all(without < whole for without, whole in zip(table[name], table["all"])):
            needed.append(name)
    table["needed"] = needed
    return table

# %% wrong · first_remedy_left_out · not_switched_off
def ablation(run, full, off):
    seeds = (0, 1, 2)
    table = {"all": [run(full, seed) for seed in seeds]}
    needed = []
    for name, value in list(off.items())[1:]:
        settings = dict(full)
        settings[name] = value
        table[name] = [run(settings, seed) for seed in seeds]
        if all(without < whole for without, whole in zip(table[name], table["all"])):
            needed.append(name)
    table["needed"] = needed
    return table

# %% wrong · halved · not_switched_off
def ablation(run, full, off):
    seeds = (0, 1, 2)
    table = {"all": [run(full, seed) for seed in seeds]}
    needed = []
    for name, value in off.items():
        settings = dict(full)
        settings[name] = full[name] / 2
        table[name] = [run(settings, seed) for seed in seeds]
        if all(without < whole for without, whole in zip(table[name], table["all"])):
            needed.append(name)
    table["needed"] = needed
    return table

# %% wrong · harmful_ones · wrong_conclusion
def ablation(run, full, off):
    seeds = (0, 1, 2)
    table = {"all": [run(full, seed) for seed in seeds]}
    needed = []
    for name, value in off.items():
        settings = dict(full)
        settings[name] = value
        table[name] = [run(settings, seed) for seed in seeds]
        if all(without > whole for without, whole in zip(table[name], table["all"])):
            needed.append(name)
    table["needed"] = needed
    return table

# %% wrong · in_percent · other_numbers
def ablation(run, full, off):
    seeds = (0, 1, 2)
    table = {"all": [100 * run(full, seed) for seed in seeds]}
    needed = []
    for name, value in off.items():
        settings = dict(full)
        settings[name] = value
        table[name] = [100 * run(settings, seed) for seed in seeds]
        if all(without < whole for without, whole in zip(table[name], table["all"])):
            needed.append(name)
    table["needed"] = needed
    return table

# %% wrong · in_place · several_at_once
def ablation(run, full, off):
    seeds = (0, 1, 2)
    table = {"all": [run(full, seed) for seed in seeds]}
    needed = []
    for name, value in off.items():
        settings = full
        settings[name] = value
        table[name] = [run(settings, seed) for seed in seeds]
        if all(without < whole for without, whole in zip(table[name], table["all"])):
            needed.append(name)
    table["needed"] = needed
    return table

# %% wrong · means_in_the_rows · other_numbers
def ablation(run, full, off):
    seeds = (0, 1, 2)
    table = {"all": [run(full, seed) for seed in seeds]}
    needed = []
    for name, value in off.items():
        settings = dict(full)
        settings[name] = value
        row = [run(settings, seed) for seed in seeds]
        table[name] = [sum(row) / 3] * 3
        if all(without < whole for without, whole in zip(table[name], table["all"])):
            needed.append(name)
    table["needed"] = needed
    return table

# %% wrong · never_off · not_switched_off
def ablation(run, full, off):
    seeds = (0, 1, 2)
    table = {"all": [run(full, seed) for seed in seeds]}
    needed = []
    for name, value in off.items():
        settings = dict(full)
        table[name] = [run(settings, seed) for seed in seeds]
        if all(without < whole for without, whole in zip(table[name], table["all"])):
            needed.append(name)
    table["needed"] = needed
    return table

# %% wrong · new_seeds_for_each_row · unpaired_seeds
def ablation(run, full, off):
    seeds = (0, 1, 2)
    table = {"all": [run(full, seed) for seed in seeds]}
    needed = []
    for name, value in off.items():
        settings = dict(full)
        settings[name] = value
        table[name] = [run(settings, 100 * len(table) + seed) for seed in seeds]
        if all(without < whole for without, whole in zip(table[name], table["all"])):
            needed.append(name)
    table["needed"] = needed
    return table

# %% wrong · no_baseline_played · no_baseline
def ablation(run, full, off):
    seeds = (0, 1, 2)
    table = {"all": [1.0, 1.0, 1.0]}
    needed = []
    for name, value in off.items():
        settings = dict(full)
        settings[name] = value
        table[name] = [run(settings, seed) for seed in seeds]
        if all(without < whole for without, whole in zip(table[name], table["all"])):
            needed.append(name)
    table["needed"] = needed
    return table

# %% wrong · no_conclusion · wrong_table
def ablation(run, full, off):
    seeds = (0, 1, 2)
    table = {"all": [run(full, seed) for seed in seeds]}
    needed = []
    for name, value in off.items():
        settings = dict(full)
        settings[name] = value
        table[name] = [run(settings, seed) for seed in seeds]
        if all(without < whole for without, whole in zip(table[name], table["all"])):
            needed.append(name)
    return table

# %% wrong · none_is_needed · wrong_conclusion
def ablation(run, full, off):
    seeds = (0, 1, 2)
    table = {"all": [run(full, seed) for seed in seeds]}
    needed = []
    for name, value in off.items():
        settings = dict(full)
        settings[name] = value
        table[name] = [run(settings, seed) for seed in seeds]
        if all(without < whole for without, whole in zip(table[name], table["all"])):
            needed.append(name)
    table["needed"] = []
    return table

# %% wrong · off_is_zero · not_switched_off
def ablation(run, full, off):
    seeds = (0, 1, 2)
    table = {"all": [run(full, seed) for seed in seeds]}
    needed = []
    for name, value in off.items():
        settings = dict(full)
        settings[name] = 0.0
        table[name] = [run(settings, seed) for seed in seeds]
        if all(without < whole for without, whole in zip(table[name], table["all"])):
            needed.append(name)
    table["needed"] = needed
    return table

# %% wrong · one_after_the_other · several_at_once
def ablation(run, full, off):
    seeds = (0, 1, 2)
    table = {"all": [run(full, seed) for seed in seeds]}
    needed = []
    settings = dict(full)
    for name, value in off.items():
        settings[name] = value
        table[name] = [run(settings, seed) for seed in seeds]
        if all(without < whole for without, whole in zip(table[name], table["all"])):
            needed.append(name)
    table["needed"] = needed
    return table

# %% wrong · one_name · wrong_type
def ablation(run, full, off):
    seeds = (0, 1, 2)
    table = {"all": [run(full, seed) for seed in seeds]}
    needed = []
    for name, value in off.items():
        settings = dict(full)
        settings[name] = value
        table[name] = [run(settings, seed) for seed in seeds]
        if all(without < whole for without, whole in zip(table[name], table["all"])):
            needed.append(name)
    table["needed"] = needed[0] if needed else "none"
    return table

# %% wrong · one_seed · too_few_seeds
def ablation(run, full, off):
    seeds = (0,)
    table = {"all": [run(full, seed) for seed in seeds]}
    needed = []
    for name, value in off.items():
        settings = dict(full)
        settings[name] = value
        table[name] = [run(settings, seed) for seed in seeds]
        if all(without < whole for without, whole in zip(table[name], table["all"])):
            needed.append(name)
    table["needed"] = needed
    return table

# %% wrong · other_row_names · wrong_table
def ablation(run, full, off):
    seeds = (0, 1, 2)
    table = {"all": [run(full, seed) for seed in seeds]}
    needed = []
    for name, value in off.items():
        settings = dict(full)
        settings[name] = value
        table["without " + name] = [run(settings, seed) for seed in seeds]
        if all(without < whole for without, whole in zip(table["without " + name], table["all"])):
            needed.append(name)
    table["needed"] = needed
    return table

# %% wrong · returns_list
def ablation(run, full, off):
    seeds = (0, 1, 2)
    table = {"all": [run(full, seed) for seed in seeds]}
    needed = []
    for name, value in off.items():
        settings = dict(full)
        settings[name] = value
        table[name] = [run(settings, seed) for seed in seeds]
        if all(without < whole for without, whole in zip(table[name], table["all"])):
            needed.append(name)
    table["needed"] = needed
    return list(table.items())

# %% wrong · same_seed_thrice · too_few_seeds
def ablation(run, full, off):
    seeds = (0, 0, 0)
    table = {"all": [run(full, seed) for seed in seeds]}
    needed = []
    for name, value in off.items():
        settings = dict(full)
        settings[name] = value
        table[name] = [run(settings, seed) for seed in seeds]
        if all(without < whole for without, whole in zip(table[name], table["all"])):
            needed.append(name)
    table["needed"] = needed
    return table

# %% wrong · seven_seeds · too_few_seeds
def ablation(run, full, off):
    seeds = range(7)
    table = {"all": [run(full, seed) for seed in seeds]}
    needed = []
    for name, value in off.items():
        settings = dict(full)
        settings[name] = value
        table[name] = [run(settings, seed) for seed in seeds]
        if all(without < whole for without, whole in zip(table[name], table["all"])):
            needed.append(name)
    table["needed"] = needed
    return table

# %% wrong · sorted_rows · other_numbers
def ablation(run, full, off):
    seeds = (0, 1, 2)
    table = {"all": [run(full, seed) for seed in seeds]}
    needed = []
    for name, value in off.items():
        settings = dict(full)
        settings[name] = value
        table[name] = sorted(run(settings, seed) for seed in seeds)
        if all(without < whole for without, whole in zip(table[name], table["all"])):
            needed.append(name)
    table["needed"] = needed
    return table

# %% wrong · two_seeds · too_few_seeds
def ablation(run, full, off):
    seeds = (0, 1)
    table = {"all": [run(full, seed) for seed in seeds]}
    needed = []
    for name, value in off.items():
        settings = dict(full)
        settings[name] = value
        table[name] = [run(settings, seed) for seed in seeds]
        if all(without < whole for without, whole in zip(table[name], table["all"])):
            needed.append(name)
    table["needed"] = needed
    return table

# %% noisy · prints
def ablation(run, full, off):
    seeds = (0, 1, 2)
    table = {"all": [run(full, seed) for seed in seeds]}
    needed = []
    for name, value in off.items():
        settings = dict(full)
        settings[name] = value
        table[name] = [run(settings, seed) for seed in seeds]
        if all(without < whole for without, whole in zip(table[name], table["all"])):
            needed.append(name)
    table["needed"] = needed
    print(table)
    return table
