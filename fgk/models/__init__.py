"""The records of an Akte: pydantic models, one module a kind of record; ``arten`` is the table of kinds."""
