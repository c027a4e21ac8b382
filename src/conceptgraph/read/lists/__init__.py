"""Lists of literature that databases and reference managers export: one document an entry."""
