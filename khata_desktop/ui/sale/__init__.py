"""The counter: one bill as it is being written, its table, and how it is paid."""
