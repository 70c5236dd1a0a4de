"""A student's own copy of an assignment: begun, checked, looked over, packed. Never overwritten.

::

    03_minimax/
        minimax.ipynb          the student's work
        new-release-3f2a91/    a changed release, with the answers carried over
        kept/                  texts that ``start --fresh`` put aside
        .gan-course/           the release it was begun from; what the last check said
"""
