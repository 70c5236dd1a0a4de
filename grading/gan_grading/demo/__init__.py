"""A sample class, made of the bank's answers and graded for real."""
