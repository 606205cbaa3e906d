"""Write clean reports: texts in which a careful reviewer finds nothing wrong."""

from tests.accuracy.generator.report import generate

__all__ = ["generate"]
