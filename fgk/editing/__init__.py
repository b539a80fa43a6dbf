"""Change records without touching any byte that is not meant: one key more, or two sides merged."""
