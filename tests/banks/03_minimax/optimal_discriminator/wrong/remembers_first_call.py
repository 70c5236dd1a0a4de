# misconception: unrecognised
_answers = []


def optimal_discriminator(p_data, p_g):
    if not _answers:
        _answers.append(p_data / (p_data + p_g))
    return _answers[0]
