"""One generated Akte: about fifty files as a municipality would have them after three annual reports.

Everything is invented. The parts agree with each other: dates follow the procedure, every measure has its
goal and its entry in every report, sums add up, so that ``fgk validate`` has nothing to say.
"""

from datetime import date
from random import Random
from typing import Any, NamedTuple

from handwriting import Remark, write
from sentences import GROUPS, paragraphs, sentence, text, title

from fgk.katalog import Indikator, lade_katalog

_BEGINNINGS = (
    "Amsel", "Birken", "Distel", "Erlen", "Finken", "Ginster", "Hasel", "Iris", "Kranich", "Lärchen",
    "Mispel", "Nuss", "Otter", "Pappel", "Quellen", "Reiher", "Schlehen", "Tannen", "Ulmen", "Wacholder",
)  # fmt: skip
_ENDINGS = ("au", "beck", "brück", "feld", "furt", "grund", "hain", "heide", "kirchen", "moor", "rode", "stedt", "tal", "wald", "winkel")  # fmt: skip
_OFFICES = (
    ("10", "Hauptamt", "amt"), ("13", "Stabsstelle Öffentlichkeitsarbeit", "stabsstelle"), ("20", "Kämmerei", "amt"),
    ("40", "Schul- und Sportamt", "amt"), ("41", "Stadtbücherei", "amt"), ("50", "Amt für Soziales und Ältere", "amt"),
    ("51", "Jugendamt", "amt"), ("51.1", "Familienbüro", "amt"), ("61", "Amt für Stadtentwicklung", "amt"),
    ("66", "Tiefbauamt", "amt"), ("68", "Betriebshof und Grünflächen", "eigenbetrieb"), ("80", "Wirtschaftsförderung", "stabsstelle"),
    ("jobcenter", "Jobcenter", "behoerde"), ("vhs", "Volkshochschule", "bildung"), ("ogs", "Träger der Offenen Ganztagsschulen", "traeger"),
    ("sport", "Stadtsportverband", "verein"), ("wohnen", "Gemeinnützige Wohnungsgesellschaft", "unternehmen"),
    ("verein", "Familiengerechte Kommune e. V.", "verein"),
)  # fmt: skip
_THEMES = ("akzeptanz_integration", "inklusion", "praevention", "familienzeitpolitik")
_SOURCE = {"titel": "Tabelle für Gemeinden, Stand jährlich", "herausgeber": "Statistische Ämter des Bundes und der Länder", "lizenz": "dl-de/by-2-0"}  # fmt: skip


class _Measure(NamedTuple):
    kennung: str
    begin: date
    end: date | None
    fate: str


def _by_number(kennung: str) -> list[int]:
    return [int(part) for part in kennung[2:].split(".")]


class MadeAkte:
    """The files of Akte number ``number``; the same seed and number give the same bytes.

    ``measures`` makes it longer than the usual eighteen or nineteen, for documents of a certain length.
    """

    def __init__(self, seed: int, number: int, *, measures: int | None = None) -> None:
        self.random = Random(f"{seed}/{number}")
        self.number = number
        self.year = 2014 + number % 5
        self.place = _BEGINNINGS[number % 20] + _ENDINGS[number // 20 % 15]
        self.slug = (
            self.place.lower().translate(str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})) + f"-{number}"
        )
        self.fields = [f"HF{field}" for field in range(1, 7)]
        self.goals = [f"Z-{1 + n % 6}.{1 + n // 6}" for n in range(self.random.randint(12, 13))]
        self.criteria = {
            goal: [f"{sentence(self.random)[:-1]} (Anzahl)" for _ in range(2)] for goal in self.goals
        }
        self.has_addition = self.random.random() < 0.5
        self.measures = self._measures(measures or self.random.randint(18, 19))
        self.catalogue = list(lade_katalog().values())

    def files(self) -> dict[str, str]:
        """Return path inside the Akte -> text."""
        y = self.year
        data: dict[str, dict[str, Any]] = {
            "audit.yaml": self._audit(),
            "organisationseinheiten.yaml": self._offices(),
            "vertrag.yaml": self._contract(),
            f"beschluesse/B-{y}-01.yaml": self._decision(
                y, "teilnahme", "Teilnahme am Audit", date(y, 3, 20), [f"V-{y}"]
            ),
            f"beschluesse/B-{y + 1}-01.yaml": self._decision(
                y + 1, "zielvereinbarung", "Zielvereinbarung", date(y + 1, 9, 20), [f"ZV-{y + 1}"]
            ),
            "bestandsaufnahme/indikatoren.yaml": {
                "#": "Ausgangswerte; die Reihen werden in den Jahresberichten fortgesetzt.",
                "reihen": [self._series(indikator, range(y - 3, y + 1)) for indikator in self.catalogue[:36]],
            },
            "bestandsaufnahme/sozialraeume.yaml": self._areas(),
            "zielvereinbarung.yaml": self._agreement(),
            "begutachtung.yaml": self._assessment(),
            "gestaltung.yaml": {
                "farbe": "#1f4e79",
                "absender": [f"Stadt {self.place}", "Familienbüro", "Am Markt 1"],
            },
        }
        if self.has_addition:
            added = [measure.kennung for measure in self.measures if measure.fate == "ergaenzt"]
            data[f"beschluesse/B-{y + 3}-01.yaml"] = self._decision(
                y + 3, "aenderung", "Ergänzung der Zielvereinbarung", date(y + 3, 6, 15), added
            )
        for field in self.fields:
            data[f"bestandsaufnahme/analyse/{field}.yaml"] = self._analysis(field)
        for number, (art, month) in enumerate(
            (("strategieworkshop", 2), ("befragung", 4), ("zielvereinbarungsworkshop", 6)), 1
        ):
            data[f"beteiligung/W-{y + 1}-{number:02}.yaml"] = self._participation(
                number, art, date(y + 1, month, 14)
            )
        for goal in self.goals:
            data[f"ziele/{goal}.yaml"] = self._goal(goal)
        for measure in self.measures:
            data[f"massnahmen/{measure.kennung}.yaml"] = self._measure(measure)
        for year in range(y + 2, y + 5):
            data[f"jahresberichte/{year}.yaml"] = self._report(year)
        return {path: write(record) for path, record in data.items()}

    def _measures(self, count: int) -> list[_Measure]:
        measures = []
        for index in range(count):
            goal = self.goals[index % len(self.goals)]
            begin = date(self.year + 2, self.random.randint(1, 6), 1)
            end = None if index % 6 == 5 else date(self.year + 2 + index % 3, self.random.randint(9, 12), 30)
            fate = {4: "verschoben", 9: "entfallen", 13: "ruht"}.get(index, "") if end else ""
            measures.append(_Measure(f"M-{goal[2:]}.{1 + index // len(self.goals)}", begin, end, fate))
        if self.has_addition:
            kennung = f"M-{self.goals[-1][2:]}.{1 + count // len(self.goals)}"
            measures.append(_Measure(kennung, date(self.year + 3, 7, 1), None, "ergaenzt"))
        return sorted(measures, key=lambda measure: _by_number(measure.kennung))

    def _office(self) -> str:
        return f"OE-{self.random.choice(_OFFICES[:12])[0]}"

    def _audit(self) -> dict[str, Any]:
        y = self.year
        dates = {
            "teilnahmebeschluss": date(y, 3, 20), "vertrag": date(y, 5, 2), "auftakt": date(y, 6, 12),
            "bestandsaufnahme": date(y, 10, 1), "strategieworkshop": date(y + 1, 2, 14), "beteiligung": date(y + 1, 4, 14),
            "zielvereinbarungsworkshop": date(y + 1, 6, 14), "zielvereinbarungsbeschluss": date(y + 1, 9, 20),
            "einreichung": date(y + 1, 10, 5), "begutachtung": date(y + 1, 11, 8), "zertifizierung": date(y + 1, 12, 1),
            "verleihung": date(y + 1, 12, 10),
        }  # fmt: skip
        return {
            "#": "Die Akte: was auditiert wird, nach welchem Verfahren und wann was geschah.",
            "kennung": f"A-{self.slug}-{y}",
            "musterdaten": True,
            "ort": {
                "art": "gemeinde",
                "#": "immer in Anführungszeichen, sonst geht die führende Null verloren",
                "ags": f"05{950 + self.number // 1000:03}{self.number % 1000:03}",
                "name": self.place,
                "bezeichnung": f"Stadt {self.place}",
                "land": "Nordrhein-Westfalen",
                "einwohner": {
                    "anzahl": self.random.randint(8000, 90000),
                    "stichtag": date(y - 1, 12, 31),
                    "quelle": _SOURCE,
                },
            },
            "verfahren": "familiengerechte-kommune",
            "katalog": "fgk-2013",
            "stufe": "grund",
            "rollen": {
                "leitung": [{"funktion": "Bürgermeisteramt", "organisationseinheit": "OE-10"}],
                "projektleitung": [
                    {
                        "funktion": "Projektleitung",
                        "organisationseinheit": "OE-51.1",
                        "postfach": f"familie@{self.slug}.example",
                    }
                ],
                "auditorin": [
                    {"funktion": "Auditorin im Auftrag des Vereins", "organisationseinheit": "OE-verein"}
                ],
            },
            "querschnittsthemen": list(_THEMES),
            "termine": [
                {"schritt": step, "datum": day, "ergebnis": sentence(self.random)}
                for step, day in dates.items()
            ],
            "ausgangslage": paragraphs(self.random, 2),
        }

    def _offices(self) -> dict[str, Any]:
        units = [{"kennung": f"OE-{key}", "name": name, "art": art} for key, name, art in _OFFICES]
        old = {
            "kennung": "OE-52",
            "name": "Amt für Sport",
            "art": "amt",
            "bis": date(self.year, 12, 31),
            "nachfolger": "OE-40",
        }
        return {
            "#": "Heißt ein Amt eines Tages anders, ändert sich der Name nur hier.",
            "organisationseinheiten": [*units, old],
        }

    def _contract(self) -> dict[str, Any]:
        y, rate = self.year, self.random.randint(20, 40) * 100
        return {
            "kennung": f"V-{y}",
            "partner": "Familiengerechte Kommune e. V.",
            "unterzeichnet_am": date(y, 5, 2),
            "von": date(y, 5, 2),
            "bis": date(y + 4, 12, 31),
            "kostenbeitrag": {
                "brutto": Remark(3 * rate, "einschließlich Umsatzsteuer"),
                "raten": [
                    {"betrag": rate, "faellig_am": date(y + n, 6, 30), "bezahlt_am": date(y + n, 6, 20)}
                    for n in range(3)
                ],
                "erlaeuterung": text(self.random, 1, 2),
            },
            "leistungen": [sentence(self.random) for _ in range(5)],
            "pflichten": [
                {
                    "text": f"Jahresbericht {year}",
                    "faellig_am": date(year + 1, 3, 31),
                    "erledigt_am": date(year + 1, 3, 5),
                }
                for year in range(y + 2, y + 5)
            ],
        }

    def _decision(self, year: int, art: str, subject: str, day: date, concerns: list[str]) -> dict[str, Any]:
        vote = {"art": "einstimmig", "ja": self.random.randint(28, 44), "nein": 0, "enthaltungen": 0}
        committee = date(day.year, day.month - 1, 12)
        return {
            "kennung": f"B-{year}-01",
            "titel": f"Audit „Familiengerechte Kommune“: {subject}",
            "art": art,
            "vorlage": {
                "nummer": f"{self.random.randint(10, 199)}/{year}",
                "datum": date(day.year, day.month - 2, 20),
                "federfuehrung": "OE-51",
                "beteiligte": ["OE-10", "OE-20"],
                "sachverhalt": paragraphs(self.random, 3),
                "anlagen": [subject],
            },
            "beratungen": [
                {
                    "gremium": "Jugendhilfeausschuss",
                    "datum": committee,
                    "rolle": "empfehlung",
                    "ergebnis": "unveraendert",
                },
                {
                    "gremium": "Rat",
                    "datum": day,
                    "rolle": "entscheidung",
                    "ergebnis": "unveraendert",
                    "abstimmung": vote,
                },
            ],
            "beschlusspunkte": [
                {
                    "nummer": 1,
                    "text": text(self.random, 1, 2),
                    "betrifft": [{"kennung": kennung} for kennung in concerns],
                },
                {"nummer": 2, "text": text(self.random, 1, 2)},
            ],
            "beschlusstext": text(self.random, 2, 4),
            "finanzen": {
                "text": sentence(self.random),
                "einmalig": 5000,
                "jaehrlich": 1250,
                "produkt": "06.03.01",
            },
        }

    def _series(self, indikator: Indikator, years: range) -> dict[str, Any]:
        start = self.random.randint(8, 70) if indikator.einheit == "%" else self.random.randint(20, 900)
        return {
            "indikator": indikator.kennung,
            "einheit": indikator.einheit,
            "raumebene": "gemeinde",
            "quelle": _SOURCE,
            "werte": [{"jahr": year, "wert": start + self.random.randint(0, 90) / 10} for year in years],
        }

    def _analysis(self, field: str) -> dict[str, Any]:
        names = [indikator.kennung for indikator in self.catalogue if indikator.handlungsfeld == field]

        def finding(theme: str) -> dict[str, Any]:
            used = sorted(self.random.sample(names, 2))
            return {
                "text": text(self.random, 1, 2),
                "beleg": sentence(self.random),
                "indikatoren": used,
                "querschnittsthemen": [theme],
            }

        return {
            "kennung": f"AN-{field}",
            "handlungsfeld": field,
            "zusammenfassung": paragraphs(self.random, 2),
            "angebote": [
                {"bezeichnung": title(self.random), "traeger": self._office(), "text": sentence(self.random)}
                for _ in range(4)
            ],
            "staerken": [finding(theme) for theme in _THEMES[:3]],
            "herausforderungen": [finding(theme) for theme in _THEMES[1:]],
        }

    def _areas(self) -> dict[str, Any]:
        areas = [f"SR-{n:02}" for n in range(1, 7)]
        values = []
        for area in areas:
            for indikator in [
                each for each in self.catalogue if each.ist_kleinraeumig and each.einheit == "%"
            ][:6]:
                value: dict[str, Any] = {
                    "sozialraum": area,
                    "indikator": indikator.kennung,
                    "jahr": self.year - 1,
                }
                cases = self.random.randint(4, 300)
                known = {"wert": cases / 10, "fallzahl": cases} if cases >= 10 else {"ist_unterdrueckt": True}
                values.append(value | known)
        return {
            "ebene": "Ortsteile",
            "sozialraeume": [{"kennung": area, "name": f"{self.place} {area[-1]}"} for area in areas],
            "werte": values,
            "quelle": _SOURCE,
        }

    def _participation(self, number: int, art: str, day: date) -> dict[str, Any]:
        people = [self.random.randint(3, 15) for _ in GROUPS[:5]]
        return {
            "kennung": f"W-{day.year}-{number:02}",
            "titel": f"{title(self.random)} – Veranstaltung {number}",
            "art": art,
            "datum": day,
            "ort": "Bürgersaal",
            "veranstalter": "OE-51.1",
            "gruppen": [
                {"bezeichnung": group, "anzahl": count} for group, count in zip(GROUPS, people, strict=False)
            ],
            "teilnehmende": sum(people),
            "methode": text(self.random, 1, 2),
            "themen": [title(self.random) for _ in range(4)],
            "ergebnisse": [
                {"text": text(self.random, 1, 2), "handlungsfeld": field} for field in self.fields
            ],
        }

    def _goal(self, goal: str) -> dict[str, Any]:
        y = self.year
        return {
            "kennung": goal,
            "handlungsfeld": f"HF{goal[2]}",
            "titel": title(self.random),
            "text": text(self.random, 3, 5),
            "leitziel": sentence(self.random),
            "ist_schwerpunkt": goal.startswith("Z-3"),
            "messkriterien": [
                {
                    "bezeichnung": name,
                    "einheit": "Anzahl",
                    "istwert": {"zahl": self.random.randint(1, 9), "stand": f"{y + 1}"},
                    "sollwert": {"zahl": self.random.randint(10, 40), "stand": f"{y + 4}"},
                    "erhebung": sentence(self.random),
                }
                for name in self.criteria[goal]
            ],
            "zielgruppen": self.random.sample(GROUPS, 3),
            "querschnittsthemen": [self.random.choice(_THEMES)],
            "entstanden_aus": [f"AN-HF{goal[2]}", f"W-{y + 1}-02"],
        }

    def _measure(self, measure: _Measure) -> dict[str, Any]:
        lead = self._office()
        helpers = sorted({self._office() for _ in range(3)} - {lead})
        has_reservation = self.random.random() < 0.3
        record: dict[str, Any] = {
            "kennung": measure.kennung,
            "ziel": "Z-" + measure.kennung[2:].rpartition(".")[0],
            "titel": title(self.random),
            "text": paragraphs(self.random, 2),
            "federfuehrung": lead,
            "beteiligte": helpers,
            "kooperationspartner": ["Kirchengemeinden", "Kitas aller Träger"],
            "#": "Beginn und Ende sind mit den Ämtern abgestimmt.",
            "beginn": measure.begin,
        }
        record |= {"ende": measure.end} if measure.end else {"ist_fortlaufend": True}
        record["kosten"] = {
            "einmalig": Remark(self.random.randint(1, 40) * 500, "Schätzung der Kämmerei"),
            "jaehrlich": self.random.randint(1, 9) * 250,
            "personal": "0,25 Stelle",
            "ist_haushaltsvorbehalt": has_reservation,
            "erlaeuterung": sentence(self.random),
        }
        record |= {
            "prioritaet": self.random.choice(["hoch", "mittel", "niedrig"]),
            "zielgruppen": self.random.sample(GROUPS, 3),
            "querschnittsthemen": sorted(self.random.sample(_THEMES, 2)),
            "sozialraeume": ["SR-01", "SR-04"],
            "entstanden_aus": [f"AN-HF{measure.kennung[2]}", f"W-{self.year + 1}-03"],
        }
        if measure.fate == "ergaenzt":
            record |= {"herkunft": "ergaenzt", "beschluss": f"B-{self.year + 3}-01"}
        if has_reservation:
            record["vorbehalte"] = [{"art": "haushalt", "text": sentence(self.random)}]
        return record

    def _agreement(self) -> dict[str, Any]:
        y = self.year
        return {
            "kennung": f"ZV-{y + 1}",
            "laufzeit": {"von": date(y + 2, 1, 1), "bis": date(y + 4, 12, 31)},
            "praeambel": paragraphs(self.random, 4),
            "familienbegriff": {"text": text(self.random, 1, 2), "zielgruppen": list(GROUPS[:5])},
            "entwicklungsziele": [sentence(self.random) for _ in range(6)],
            "schwerpunkte": [
                {"titel": "Bildung von Anfang an", "handlungsfeld": "HF3", "text": text(self.random, 2, 3)}
            ],
            "prozess": paragraphs(self.random, 2),
            "berichtspflicht": text(self.random, 1, 2),
            "beschluss": f"B-{y + 1}-01",
            "unterschriften": [{"stelle": f"Stadt {self.place}", "funktion": "Bürgermeisteramt"}],
        }

    def _assessment(self) -> dict[str, Any]:
        y = self.year + 1
        return {
            "kennung": f"G-{y}",
            "eingereicht_am": date(y, 10, 5),
            "begutachtet_am": date(y, 11, 8),
            "gremium": "Unabhängige Gutachterinnen und Gutachter",
            "ergebnis": "empfohlen",
            "empfehlungen": [text(self.random, 1, 2) for _ in range(5)],
            "zertifikat": {
                "art": "grundzertifikat",
                "erteilt_am": date(y, 12, 1),
                "verliehen_am": date(y, 12, 10),
                "gueltig_bis": date(y + 3, 11, 30),
            },
        }

    def _report(self, year: int) -> dict[str, Any]:
        reported = [measure for measure in self.measures if measure.begin.year <= year]
        return {
            "kennung": f"J-{year}",
            "von": date(year, 1, 1),
            "bis": date(year, 12, 31),
            "faellig_am": date(year + 1, 3, 31),
            "vorgelegt_am": date(year + 1, 3, 5),
            "zusammenfassung": paragraphs(self.random, 2),
            "strukturen": {
                "umsetzungsstruktur": text(self.random, 1, 2),
                "organisation": text(self.random, 1, 2),
            },
            "massnahmen": [self._entry(measure, year) for measure in reported],
            "ziele": [
                {
                    "ziel": goal,
                    "stand": self.random.choice(["auf_kurs", "gefaehrdet", "erreicht"]),
                    "text": text(self.random, 1, 2),
                    "werte": [
                        {
                            "messkriterium": name,
                            "wert": {"zahl": self.random.randint(5, 40), "stand": f"{year}"},
                        }
                        for name in self.criteria[goal]
                    ],
                }
                for goal in sorted(self.goals, key=_by_number)
            ],
            "reihen": [self._series(indikator, range(year - 1, year)) for indikator in self.catalogue[:12]],
            "selbstevaluation": {
                "hoehepunkte": [sentence(self.random) for _ in range(3)],
                "schwierigkeiten": [sentence(self.random) for _ in range(2)],
                "zusammenarbeit": text(self.random, 1, 3),
                "naechste_schritte": [sentence(self.random) for _ in range(3)],
            },
            "netzwerk": [
                {
                    "art": "netzwerktreffen",
                    "datum": date(year, 5, 16),
                    "titel": title(self.random),
                    "teilnahme": "Projektleitung",
                }
            ],
            "ausblick": text(self.random, 2, 4),
        }

    def _entry(self, measure: _Measure, year: int) -> dict[str, Any]:
        """Return what the report of a year says about a measure."""
        last, number = self.year + 4, year - self.year - 2
        status = "in_umsetzung"
        if measure.fate == "entfallen" and number:
            status = "entfallen"
        elif measure.fate in ("verschoben", "ruht"):
            status = "umgesetzt" if year == last else measure.fate if number else status
        elif measure.end and measure.end.year <= year:
            status = "umgesetzt"
        entry: dict[str, Any] = {
            "massnahme": measure.kennung,
            "status": status,
            "fortschritt": 100 if status == "umgesetzt" else 25 * (number + 1),
            "text": text(self.random, 1, 3),
            "nachweise": [
                {"bezeichnung": f"Vermerk {year}/{self.random.randint(1, 99)}", "datum": date(year, 11, 20)}
            ],
        }
        if status in ("verschoben", "ruht", "entfallen"):
            entry |= {"abweichung": text(self.random, 1, 2), "begruendung": text(self.random, 1, 2)}
        if status == "verschoben":
            entry["neue_frist"] = date(last, 11, 30)
        return entry
