"""The trained reader: a text's pieces in, who said what out."""
