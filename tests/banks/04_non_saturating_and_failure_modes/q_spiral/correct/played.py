place = (1.0, 0.0)
for _ in range(100):
    place = xy_step(*place, 0.1, False)
q_spiral = math.hypot(*place)
