"""From inputs to a published folder: shared work, remembered work, files that are wholly old or wholly new."""
