"""The commands, a module for each kind of use; they import the heavy parts only when they run."""
