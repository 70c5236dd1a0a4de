# %% correct · linspace
def follow(velocity, z, steps):
    point, t = z, torch.zeros(len(z), 1)
    for now in torch.linspace(0, 1, steps + 1)[:-1]:
        point = point + (1 / steps) * velocity(torch.cat([point, t + now], dim=1))
    return point

# %% correct · no_grad
def follow(velocity, z, steps):
    with torch.no_grad():
        x = z
        dt = 1 / steps
        for k in range(steps):
            x = x + dt * velocity(F.pad(x, (0, 1), value=k * dt))
    return x

# %% correct · plain
def follow(velocity, z, steps):
    point = z
    for i in range(steps):
        t = torch.full((len(z), 1), i / steps)
        point = point + velocity(torch.cat([point, t], dim=1)) / steps
    return point

# %% correct · recursive
def follow(velocity, z, steps):
    def go(point, i):
        if i == steps:
            return point
        t = point.new_full((len(point), 1), i / steps)
        return go(point + velocity(torch.hstack([point, t])) / steps, i + 1)

    return go(z, 0)

# %% correct · row_by_row
def follow(velocity, z, steps):
    ends = []
    for row in z:
        p = row[None]
        for i in range(steps):
            p = p + velocity(torch.cat([p, torch.tensor([[i / steps]])], dim=1)) / steps
        ends.append(p)
    return torch.cat(ends)

# %% correct · time_added_up
def follow(velocity, z, steps):
    point, t = z, torch.zeros_like(z[:, :1])
    for _ in range(steps):
        point = torch.add(point, velocity(torch.cat((point, t), -1)), alpha=1 / steps)
        t = t + 1 / steps
    return point

# %% correct · while_loop
def follow(velocity, z, steps):
    point, i = z.clone(), 0
    while i < steps:
        rows = torch.cat([point, torch.ones(len(z), 1) * i / steps], 1)
        point += velocity(rows) * (1.0 / steps)
        i += 1
    return point

# %% wrong · always_one · time_stands_still
def follow(velocity, z, steps):
    point = z
    for i in range(steps):
        t = torch.full((len(z), 1), 1.0)
        point = point + velocity(torch.cat([point, t], dim=1)) / steps
    return point

# %% wrong · always_zero · time_stands_still
def follow(velocity, z, steps):
    point = z
    for i in range(steps):
        t = torch.full((len(z), 1), 0.0)
        point = point + velocity(torch.cat([point, t], dim=1)) / steps
    return point

# %% wrong · asks_at_start · starts_anew
def follow(velocity, z, steps):
    point = z
    for i in range(steps):
        t = torch.full((len(z), 1), i / steps)
        point = point + velocity(torch.cat([z, t], dim=1)) / steps
    return point

# %% wrong · at_the_end · times_shifted
def follow(velocity, z, steps):
    point = z
    for i in range(steps):
        t = torch.full((len(z), 1), (i + 1) / steps)
        point = point + velocity(torch.cat([point, t], dim=1)) / steps
    return point

# %% wrong · from_one · backwards
def follow(velocity, z, steps):
    point = z
    for i in range(steps):
        t = torch.full((len(z), 1), 1 - i / steps)
        point = point + velocity(torch.cat([point, t], dim=1)) / -steps
    return point

# %% wrong · in_place · modifies_inputs
def follow(velocity, z, steps):
    for i in range(steps):
        t = torch.full((len(z), 1), i / steps)
        z += velocity(torch.cat([z, t], dim=1)) / steps
    return z

# %% wrong · linspace_closed · times_shifted
def follow(velocity, z, steps):
    point = z
    for now in torch.linspace(0, 1, steps):
        point = point + velocity(torch.cat([point, torch.ones(len(z), 1) * now], dim=1)) / steps
    return point

# %% wrong · list_of_points · wrong_type
def follow(velocity, z, steps):
    points = [z]
    for i in range(steps):
        t = torch.full((len(z), 1), i / steps)
        points.append(points[-1] + velocity(torch.cat([points[-1], t], dim=1)) / steps)
    return points

# %% wrong · midpoint · other_method
def follow(velocity, z, steps):
    point = z
    for i in range(steps):
        t = torch.full((len(z), 1), i / steps)
        half = point + velocity(torch.cat([point, t], dim=1)) / (2 * steps)
        point = point + velocity(torch.cat([half, t + 1 / (2 * steps)], dim=1)) / steps
    return point

# %% wrong · moves_start · starts_anew
def follow(velocity, z, steps):
    for i in range(steps):
        t = torch.full((len(z), 1), i / steps)
        point = z + velocity(torch.cat([z, t], dim=1)) / steps
    return point

# %% wrong · one_jump · other_number_of_steps
def follow(velocity, z, steps):
    return z + velocity(torch.cat([z, torch.zeros(len(z), 1)], dim=1))

# %% wrong · one_too_few · other_number_of_steps
def follow(velocity, z, steps):
    point = z
    for i in range(1, steps):
        t = torch.full((len(z), 1), i / steps)
        point = point + velocity(torch.cat([point, t], dim=1)) / steps
    return point

# %% wrong · one_too_many · other_number_of_steps
def follow(velocity, z, steps):
    point = z
    for i in range(steps + 1):
        t = torch.full((len(z), 1), i / steps)
        point = point + velocity(torch.cat([point, t], dim=1)) / steps
    return point

# %% wrong · subtracted · backwards
def follow(velocity, z, steps):
    point = z
    for i in range(steps):
        t = torch.full((len(z), 1), i / steps)
        point = point + velocity(torch.cat([point, t], dim=1)) / -steps
    return point

# %% wrong · time_in_front · time_first
def follow(velocity, z, steps):
    point = z
    for i in range(steps):
        t = torch.full((len(z), 1), i / steps)
        point = point + velocity(torch.cat([t, point], dim=1)) / steps
    return point

# %% wrong · whole_path · not_the_end_point
def follow(velocity, z, steps):
    points = [z]
    for i in range(steps):
        t = torch.full((len(z), 1), i / steps)
        points.append(points[-1] + velocity(torch.cat([points[-1], t], dim=1)) / steps)
    return torch.stack(points)

# %% wrong · whole_steps · step_not_divided
def follow(velocity, z, steps):
    point = z
    for i in range(steps):
        t = torch.full((len(z), 1), i / steps)
        point = point + velocity(torch.cat([point, t], dim=1)) 
    return point

# %% wrong · whole_times · step_not_divided
def follow(velocity, z, steps):
    point = z
    for i in range(steps):
        t = torch.full((len(z), 1), float(i))
        point = point + velocity(torch.cat([point, t], dim=1)) / steps
    return point

# %% noisy · prints
def follow(velocity, z, steps):
    point = z
    print(steps, 'steps')
    for i in range(steps):
        t = torch.full((len(z), 1), i / steps)
        point = point + velocity(torch.cat([point, t], dim=1)) / steps
    return point
