"""The three Verfahren as data files, their model and their loader."""
