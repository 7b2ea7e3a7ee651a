"""How well extraction reads: a text explained step by step, and agreement with annotated papers."""
