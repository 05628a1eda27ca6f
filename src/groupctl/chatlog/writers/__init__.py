"""The forms that a chat can be written in. One file a form."""
