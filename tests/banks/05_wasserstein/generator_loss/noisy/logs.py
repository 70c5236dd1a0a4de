import logging
def generator_loss(fake_values):
    logging.error('G')
    return -fake_values.mean()
