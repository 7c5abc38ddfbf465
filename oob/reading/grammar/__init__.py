"""English as far as news needs it: words, phrases, who does what to whom."""
