"""What the commands report and exit 1 for."""


class InputError(Exception):
    """The input is at fault. The message names the file and place, says what is wrong and what to do."""
