"""The checks of the launch gate, one file each; the file's name begins with the code."""
