"""Changes to the text of YAML files that keep every other byte."""
