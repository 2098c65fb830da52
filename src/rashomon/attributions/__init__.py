"""Who said what: source, cue and content in the sense of PARC 3 and PolNeAR."""

from rashomon.attributions.attribute import attribute

__all__ = ["attribute"]
