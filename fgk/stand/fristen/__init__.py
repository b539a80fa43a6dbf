"""What is due and when: reports, measures, contract, certificate, planned steps; one module a kind."""
