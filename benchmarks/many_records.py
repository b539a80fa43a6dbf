"""Ten thousand small records for fgk, and as many items for two tools that do a like job in their own formats.

All have about eight lines an item, and half of them or more refer to another one.
"""

from pathlib import Path


def write_fgk(folder: Path, records: int) -> None:
    """Goals with four measures each, one file a record, 500 to an Akte; nothing decided yet."""
    for number in range(records // 500):
        root = folder / f"akte-{number:03}"
        for name in ("ziele", "massnahmen"):
            (root / name).mkdir(parents=True)
        (root / "audit.yaml").write_text(
            f'kennung: A-menge-{number}\nort:\n  art: gemeinde\n  name: Mengenau\n  ags: "05{number:06}"\n'
            "verfahren: familiengerechte-kommune\nkatalog: fgk-2013\nstufe: grund\n"
            "querschnittsthemen: [inklusion, praevention]\n"
        )
        offices = "".join(f"  - kennung: OE-{n}\n    name: Amt {n}\n    art: amt\n" for n in range(10, 20))
        (root / "organisationseinheiten.yaml").write_text(f"organisationseinheiten:\n{offices}")
        for n in range(100):
            key = f"{n % 6 + 1}.{n // 6 + 1}"
            (root / "ziele" / f"Z-{key}.yaml").write_text(
                f"kennung: Z-{key}\nhandlungsfeld: HF{key[0]}\ntitel: Ziel mit der Nummer {n} erreichen\nmesskriterien:\n"
                f"  - bezeichnung: Angebote im Jahr\n    einheit: Anzahl\n    sollwert:\n      zahl: {n + 1}\n"
            )
            for m in range(1, 5):
                (root / "massnahmen" / f"M-{key}.{m}.yaml").write_text(
                    f"kennung: M-{key}.{m}\nziel: Z-{key}\ntitel: Maßnahme {m} zum Ziel {n}\nfederfuehrung: OE-{10 + m}\n"
                    f"beteiligte: [OE-{14 + m}]\nbeginn: 2024-03-01\nende: 2024-12-31\nprioritaet: hoch\n",
                    encoding="utf-8",
                )


def write_mapcan(file: Path, items: int) -> None:
    """CAN signals, eight to a frame, ten frames to a device."""
    lines = ["mapcan: 2", "document:", "  title: Map", "  language: en", "buses:"]
    for bus in range(items // 2000):
        lines += [f"  - name: bus{bus}", "    protocol: can", "    bitrate: 500000", "    devices:"]
        for device in range(25):
            lines += [f"      - name: device{device}", "        frames:"]
            for frame in range(10):
                lines += [
                    f"          - name: frame_{device}_{frame}",
                    f"            id: {16 + device * 10 + frame}",
                ]
                lines += ["            length: 8", "            cycle_ms: 100", f"            receivers: [device{(device + 1) % 25}]", "            signals:"]  # fmt: skip
                for signal in range(8):
                    lines += [
                        f"              - name: signal_{signal}",
                        f"                description: Measured value {signal}",
                    ]
                    lines += [
                        "                encoding: number",
                        f"                byte: {signal}",
                        "                byte_length: 1",
                    ]
                    lines += ["                unit: km", "                max: 200"]
    file.write_text("\n".join(lines) + "\n")


def write_trlc(folder: Path, items: int) -> None:
    """Goals with four measures each, a hundred to a file, with a type and one user check."""
    folder.mkdir(parents=True)
    (folder / "types.rsl").write_text(
        "package Kommune\n\nenum Prioritaet {\n  hoch\n  niedrig\n}\n\n"
        "type Ziel {\n  titel String\n  sollwert Integer\n}\n\n"
        "type Massnahme {\n  titel String\n  ziel Ziel\n  federfuehrung String\n  beginn String\n  ende String\n"
        "  prioritaet Prioritaet\n}\n\n"
        'checks Massnahme {\n  len(titel) > 3, warning "short title"\n}\n'
    )
    for number in range(items // 100):
        parts = ["package Kommune\n"]
        for goal in range(number * 20, number * 20 + 20):
            parts.append(
                f'Ziel Z_{goal} {{\n  titel = "Ziel mit der Nummer {goal}"\n  sollwert = {goal}\n}}\n'
            )
            parts += [
                f'Massnahme M_{goal}_{m} {{\n  titel = "Massnahme {m} zum Ziel {goal}"\n  ziel = Z_{goal}\n'
                f'  federfuehrung = "OE-{10 + m}"\n  beginn = "2024-03-01"\n  ende = "2024-12-31"\n  prioritaet = Prioritaet.hoch\n}}\n'
                for m in range(1, 5)
            ]
        (folder / f"records_{number:03}.trlc").write_text("\n".join(parts))
