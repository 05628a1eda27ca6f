"""What each platform itself writes into an export: events, placeholders for media, notices. One file a platform."""
