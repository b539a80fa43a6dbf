"""Record a council's decision: check everything, then write it with what it binds."""
