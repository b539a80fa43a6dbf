"""Begin an Akte and new records: files with comments that explain every field, and valid from the first moment."""
