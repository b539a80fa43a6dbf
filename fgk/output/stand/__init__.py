"""Where an audit stands, for the terminal, as Markdown, JSON, a list of many, and a calendar."""
