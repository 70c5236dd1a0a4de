letters = "abcd"
q_why_gans = letters["abcd".index("b")]
