"""A sample group that lives five weeks and goes wrong in known ways: what ``groupctl demo`` shows the program on.

The conversations are written by hand (``templates/demo``); this package fills in who was around, who joined when
and at which second each line came, the same way every time, and knows where each symptom is planted.
"""

from groupctl.demo.folder import CHAT_FILE, PLANTED_FILE, Demo, open_demo
from groupctl.demo.planted import SYMPTOMS, WEAKNESSES, Planted, Symptom

__all__ = ["CHAT_FILE", "PLANTED_FILE", "SYMPTOMS", "WEAKNESSES", "Demo", "Planted", "Symptom", "open_demo"]
