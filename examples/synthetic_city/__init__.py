"""A SYNTHETIC city: made-up people in made-up units, as two dated snapshots of one history.

No row describes a real person or unit: ids are opaque numbers, there are no names. Everything is drawn from a seed;
the same seed gives the same bytes. README.md beside this file says which shares come from a published aggregate and
which are free choices.
"""

from .snapshot import SNAPSHOTS, generate

__all__ = ["SNAPSHOTS", "generate"]
