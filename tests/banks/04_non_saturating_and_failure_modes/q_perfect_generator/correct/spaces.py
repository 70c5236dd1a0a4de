q_perfect_generator = "  c "
