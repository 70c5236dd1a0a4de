first, second = generator_slopes(torch.tensor([-4.0]))
q_slope_ratio = float(second / first)
