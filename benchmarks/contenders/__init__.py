"""The tools that compare.py measures, each asked the same questions about the same data."""
