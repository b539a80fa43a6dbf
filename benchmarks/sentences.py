"""German sentences made of parts, for generated Akten: plain, invented, without names of persons."""

from random import Random

_SUBJECTS = (
    "Das Familienbüro", "Die Projektleitung", "Der Ausschuss für Soziales", "Die Steuerungsgruppe", "Das Jugendamt",
    "Die Kämmerei", "Der Runde Tisch „Gute Wege“", "Die Arbeitsgruppe Übergänge", "Das Netzwerk Frühe Hilfen",
    "Der Seniorenbeirat", "Die Volkshochschule", "Der Jugendrat", "Die Stadtbücherei", "Das Ehrenamtsbüro",
    "Die Wohnungsgesellschaft", "Der Stadtelternrat", "Die Schulsozialarbeit", "Das Quartiersbüro", "Die Pflegeberatung",
    "Der Träger der Offenen Ganztagsschule",
)  # fmt: skip
_VERBS = (
    "prüft", "erweitert", "bündelt", "veröffentlicht", "erprobt", "begleitet", "überarbeitet", "bespricht", "ergänzt",
    "vereinbart", "stellt vor:", "organisiert", "verlängert", "fördert", "übernimmt", "bewertet",
)  # fmt: skip
_OBJECTS = (
    "die Öffnungszeiten der Beratungsstelle", "das Angebot der Ferienbetreuung", "den Wegweiser für Familien",
    "die Sprechstunden in den Ortsteilen", "das Verfahren der Anmeldung", "die Schulwegpläne (Fuß und Rad)",
    "ein gemeinsames Fortbildungsprogramm", "die Plätze für unter Dreijährige", "das Konzept für Spiel- und Grünflächen",
    "den barrierefreien Zugang zum Rathaus", "die Treffen der Patenschaften", "einen Kalender aller Veranstaltungen",
    "das Café für Alleinerziehende", "die Sprachförderung im letzten Kita-Jahr", "das Fahrplanangebot am Abend",
    "die Vermittlung von Tagespflegepersonen", "den Mittagstisch für Ältere", "das Verzeichnis der Vereine",
)  # fmt: skip
_ENDS = (
    "und berichtet jährlich darüber", "gemeinsam mit den freien Trägern", "bis zum Beginn des Schuljahres",
    "in allen Ortsteilen", "auf Grundlage der Befragung", "mit einem Budget von rund 12.500 €", "– zunächst für zwei Jahre",
    "soweit der Haushalt es zulässt", "unter Beteiligung von Eltern und Großeltern", "nach dem Vorbild der Nachbarkommune",
    "ohne zusätzliche Stellen", "und wertet die Nutzung zweimal im Jahr aus", "an mindestens drei Standorten",
    "im Rahmen der vorhandenen Mittel", "sobald die Förderzusage des Landes vorliegt", "für Kinder von 6 bis 12 Jahren",
)  # fmt: skip
_NOUNS = (
    "Lotsendienst", "Elterncafé", "Schulweg", "Ferienprogramm", "Wohnberatung", "Lesepatenschaft", "Mehrgenerationentreff",
    "Notfallbetreuung", "Familienpass", "Spielplatzkonzept", "Pflegestützpunkt", "Berufsrückkehr", "Bürgerbus", "Begrüßungspaket",
)  # fmt: skip
_TITLES = (
    "{} ausbauen", "{} neu ausrichten", "{} in allen Ortsteilen anbieten", "{} besser bekannt machen", "{} dauerhaft sichern",
    "{} für Ältere öffnen", "Konzept „{}“ erarbeiten", "{}: Angebot und Zuständigkeit klären", "{} mit Vereinen gestalten",
)  # fmt: skip
GROUPS = (
    "Alleinerziehende", "Eltern mit Kindern unter drei Jahren", "Jugendliche", "Ältere Menschen", "Pflegende Angehörige",
    "Kinder im Grundschulalter", "Familien mit Einwanderungsgeschichte", "Beschäftigte der Verwaltung",
)  # fmt: skip


def sentence(random: Random) -> str:
    return f"{random.choice(_SUBJECTS)} {random.choice(_VERBS)} {random.choice(_OBJECTS)} {random.choice(_ENDS)}."


def text(random: Random, least: int, most: int) -> str:
    """Return one paragraph of some sentences."""
    return " ".join(sentence(random) for _ in range(random.randint(least, most)))


def paragraphs(random: Random, number: int) -> str:
    return "\n\n".join(text(random, 3, 5) for _ in range(number))


def title(random: Random) -> str:
    return random.choice(_TITLES).format(random.choice(_NOUNS))
