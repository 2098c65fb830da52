"""The report of a comparison or of readings: one HTML file that needs nothing else."""

from rashomon.views.report.chapters import comparison_html, readings_html

__all__ = ["comparison_html", "readings_html"]
