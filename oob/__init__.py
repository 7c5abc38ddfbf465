"""oob: an equipment and order-of-battle catalogue of what press reports allege, with the sourcing of every number."""

__version__ = "0.1.0"
