"""The command line: cadre review, explain, timeline, forecast, needs, diff, check, test, packs."""

from cadre.cli.run import main

__all__ = ["main"]
