"""The one strict YAML reader: bytes in, plain data with positions out, every fault named in German."""
