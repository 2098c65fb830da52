"""What every face shows: JSON, tables, Markdown, CSV, made from records, for all faces alike."""
