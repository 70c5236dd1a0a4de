# misconception: not_defined
raise NotImplementedError()
