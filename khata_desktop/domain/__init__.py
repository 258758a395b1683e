"""What a shop's books are: pure Python, no SQL, no windows, no input or output."""
