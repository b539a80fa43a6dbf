"""What a decision binds: the canonical form of agreed content, its digests, and the Prüfzeichen on paper."""
