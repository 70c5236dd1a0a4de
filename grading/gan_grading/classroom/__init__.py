"""A whole class at once: many processes or machines grade, one writes, and nothing is lost on the way.

``seed`` keeps a class's seed · ``fingerprint`` tells whether a submission has changed · ``journal`` keeps
results before anything is made of them · ``cluster`` and ``worker`` are Dask's part · ``autograde`` and
``feedback`` go through a class · ``progress`` says how far they are.
"""
