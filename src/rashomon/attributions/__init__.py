"""Who said what: source, cue and content in the sense of PARC 3 and PolNeAR."""

from rashomon.attributions.attribute import attribute, load_reader
from rashomon.attributions.mode import Mode

__all__ = ["Mode", "attribute", "load_reader"]
