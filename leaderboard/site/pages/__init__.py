"""What stands on each page of the site, as contexts for its templates: one module for each kind of page."""

from __future__ import annotations
