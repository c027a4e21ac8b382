"""conceptgraph: key concepts and explicit arguments of Chinese scholarly prose, as a graph with its evidence."""

__version__ = "0.1.0"
