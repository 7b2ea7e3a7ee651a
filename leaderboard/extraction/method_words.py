"""What abstracts call a method, and what only a part of one."""

HEAD_NOUN = r"(?:methods?|frameworks?|approach(?:es)?|models?|systems?|algorithms?|networks?|architectures?|techniques?|strategy|pipeline|modules?|mechanism|scheme|paradigm|agent|policy|transformer|detector|planner|optimizer|loss|attention|layers?|block|learner|encoder|decoder|variant|metric|library|toolkit|solver|representation|embedding|procedure|predictor|tracker|estimator)"
"""What a method is said to be."""
PART = r"(?:branch(?:es)?|modules?|blocks?|layers?|paths?|loss(?:es)?|units?|heads?|encoders?|decoders?|tokens?|mechanisms?|operators?|kernels?)"
"""What is only part of a method."""
