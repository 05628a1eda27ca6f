"""The suite, and the tools that keep the house in order: ``python -m tests`` runs everything a reviewer would."""
