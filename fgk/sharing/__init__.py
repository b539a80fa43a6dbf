"""Keep and exchange Akten without knowing git: record a state, pack an Akte into one file, take a pack in."""
