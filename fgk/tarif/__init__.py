"""What an audit costs: the tariff that comes with fgk, and the sum that follows from one.

Nothing is worked out between two sizes: a tariff says an amount for a size, or there is none.
"""
