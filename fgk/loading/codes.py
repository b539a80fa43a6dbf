"""The codes FGK0xx: faults that show while reading. The rules of higher codes see only what was read.

The text of each is German Markdown like a rule's docstring; its examples are run as tests. Faults of bytes
cannot be shown in a text; their examples are folders under ``tests/akten``.
"""

from fgk.diagnostic import RuleInfo, Severity

_F, _W, _H = Severity.FEHLER, Severity.WARNUNG, Severity.HINWEIS


def _info(code: str, name: str, text: str, severity: Severity = _F) -> RuleInfo:
    return RuleInfo(code, name, severity, "0.1", text.strip() + "\n")


CODES: dict[str, RuleInfo] = {
    info.code: info
    for info in (
        _info("FGK001", "keine-utf8-datei", """
Jede Datei der Akte ist in UTF-8 gespeichert.

## Warum

Nur in UTF-8 kommen Umlaute und Namen wie Łukasiewicz auf jedem Rechner gleich an. Dateien in UTF-16 oder
Latin-1 (Windows-1252) werden deshalb nicht gelesen.

## Stattdessen

Öffnen Sie die Datei im Editor, wählen Sie „Speichern unter“ und dort die Kodierung „UTF-8“.
"""),
        _info("FGK002", "steuerzeichen", """
Eine Datei enthält nur sichtbare Zeichen, Leerzeichen und Zeilenenden.

## Warum

Unsichtbare Steuerzeichen stammen aus Kopien oder aus Dateien, die gar kein Text sind. In Dokumenten fehlen
dann Teile, und zwei Texte, die gleich aussehen, sind verschieden.

## Beispiel

```yaml
# datei: massnahmen/M-1.1.1.yaml
kennung: M-1.1.1
ziel: Z-1.1
titel: "Steuerungsgruppe\\u0007 einrichten"  # FGK002
federfuehrung: OE-10
ende: 2024-12-31
```

## Stattdessen

```yaml
# datei: massnahmen/M-1.1.1.yaml
kennung: M-1.1.1
ziel: Z-1.1
titel: Steuerungsgruppe einrichten
federfuehrung: OE-10
ende: 2024-12-31
```
"""),
        _info("FGK003", "kein-yaml", """
Jede Datei ist gültiges YAML.

## Warum

Stimmen Einrückung, Anführungszeichen oder Klammern nicht, ist nicht zu erkennen, was gemeint ist. Am
häufigsten ist ein Doppelpunkt mitten im Text.

## Beispiel

```yaml
# datei: massnahmen/M-1.1.1.yaml
kennung: M-1.1.1
ziel: Z-1.1
titel: Steuerungsgruppe: Einrichtung und Betrieb  # FGK003
federfuehrung: OE-10
ende: 2024-12-31
```

## Stattdessen

```yaml
# datei: massnahmen/M-1.1.1.yaml
kennung: M-1.1.1
ziel: Z-1.1
titel: "Steuerungsgruppe: Einrichtung und Betrieb"
federfuehrung: OE-10
ende: 2024-12-31
```
"""),
        _info("FGK004", "doppelter-schluessel", """
Jeder Schlüssel steht in seiner Gruppe nur einmal.

## Warum

Steht ein Schlüssel zweimal da, ist offen, welcher Wert gilt.

## Beispiel

```yaml
# datei: massnahmen/M-1.1.1.yaml
kennung: M-1.1.1
ziel: Z-1.1
titel: Steuerungsgruppe einrichten
federfuehrung: OE-10
ende: 2024-12-31
ende: 2025-06-30  # FGK004
```

## Stattdessen

```yaml
# datei: massnahmen/M-1.1.1.yaml
kennung: M-1.1.1
ziel: Z-1.1
titel: Steuerungsgruppe einrichten
federfuehrung: OE-10
ende: 2025-06-30
```
"""),
        _info("FGK005", "yaml-sonderform", """
Anker, Verweise, Typangaben, Anweisungen und mehrere Dokumente in einer Datei sind nicht erlaubt.

## Warum

Diese Sonderformen von YAML verstecken Werte an anderer Stelle. Was der Rat beschließt, soll dort stehen, wo
man es liest.

## Beispiel

```yaml
# datei: massnahmen/M-1.1.1.yaml
kennung: M-1.1.1
ziel: Z-1.1
titel: &titel Steuerungsgruppe einrichten  # FGK005
text: *titel  # FGK005
federfuehrung: OE-10
ende: 2024-12-31
```

## Stattdessen

```yaml
# datei: massnahmen/M-1.1.1.yaml
kennung: M-1.1.1
ziel: Z-1.1
titel: Steuerungsgruppe einrichten
text: Steuerungsgruppe einrichten
federfuehrung: OE-10
ende: 2024-12-31
```
"""),
        _info("FGK006", "datei-zu-gross", """
Eine Datei ist höchstens 1 MiB groß.

## Warum

Eine Akte besteht aus kleinen Texten. Große Dateien sind Anlagen, die nicht in YAML gehören, oder ein Versehen.

## Stattdessen

Legen Sie Anlagen als eigene Dateien (PDF, Tabelle) in den Ordner und nennen Sie sie als Nachweis.
"""),
        _info("FGK007", "zu-tief-geschachtelt", """
Eine Datei ist höchstens 64 Ebenen tief geschachtelt.

## Warum

Kein Datensatz braucht mehr als zehn Ebenen. Mehr ist ein Versehen oder ein Angriff auf die Prüfung.

## Stattdessen

Vergleichen Sie die Einrückung mit der eines anderen Datensatzes derselben Art.
"""),
        _info("FGK008", "schluessel-kein-wort", """
Ein Schlüssel ist ein Wort, keine Liste und keine Gruppe.

## Warum

Beginnt ein Text mit einer eckigen oder geschweiften Klammer, hält YAML ihn für eine Liste oder Gruppe.

## Beispiel

```yaml
# datei: massnahmen/M-1.1.1.yaml
kennung: M-1.1.1
ziel: Z-1.1
titel: Steuerungsgruppe einrichten
federfuehrung: OE-10
ende: 2024-12-31
{text}: Bitte beachten  # FGK008
```

## Stattdessen

```yaml
# datei: massnahmen/M-1.1.1.yaml
kennung: M-1.1.1
ziel: Z-1.1
titel: Steuerungsgruppe einrichten
federfuehrung: OE-10
ende: 2024-12-31
text: Bitte beachten
```
"""),
        _info("FGK009", "tag-gibt-es-nicht", """
Ein Datum nennt einen Tag, den es gibt.

## Warum

Ein 30. Februar ist ein Tippfehler; welcher Tag gemeint war, lässt sich nicht erraten.

## Beispiel

```yaml
# datei: massnahmen/M-1.1.1.yaml
kennung: M-1.1.1
ziel: Z-1.1
titel: Steuerungsgruppe einrichten
federfuehrung: OE-10
ende: 2024-02-30  # FGK009
```

## Stattdessen

```yaml
# datei: massnahmen/M-1.1.1.yaml
kennung: M-1.1.1
ziel: Z-1.1
titel: Steuerungsgruppe einrichten
federfuehrung: OE-10
ende: 2024-02-29
```
"""),
        _info("FGK010", "unbekannter-schluessel", """
Jeder Schlüssel ist einer, den diese Art von Datensatz kennt.

## Warum

Ein falsch geschriebener Schlüssel würde sonst still übergangen, und die Angabe fehlte im Dokument. Schlüssel
stehen ohne Umlaute: ä wird ae, ö wird oe, ü wird ue, ß wird ss.

## Beispiel

```yaml
# datei: massnahmen/M-1.1.1.yaml
kennung: M-1.1.1
ziel: Z-1.1
titel: Steuerungsgruppe einrichten
federführung: OE-10  # FGK010
ende: 2024-12-31
```

## Stattdessen

```yaml
# datei: massnahmen/M-1.1.1.yaml
kennung: M-1.1.1
ziel: Z-1.1
titel: Steuerungsgruppe einrichten
federfuehrung: OE-10
ende: 2024-12-31
```
"""),
        _info("FGK011", "fehlender-schluessel", """
Jeder Pflichtschlüssel ist da.

## Warum

Ohne diese Angabe ist der Datensatz nicht zu gebrauchen. Die Meldung zeigt auf den ersten Schlüssel der Gruppe,
in der die Angabe fehlt.

## Beispiel

```yaml
# datei: massnahmen/M-1.1.1.yaml
kennung: M-1.1.1  # FGK011
ziel: Z-1.1
federfuehrung: OE-10
ende: 2024-12-31
```

## Stattdessen

```yaml
# datei: massnahmen/M-1.1.1.yaml
kennung: M-1.1.1
ziel: Z-1.1
titel: Steuerungsgruppe einrichten
federfuehrung: OE-10
ende: 2024-12-31
```
"""),
        _info("FGK012", "falsche-art-von-wert", """
Jeder Wert ist von der Art, die der Schlüssel verlangt: Text, Zahl, Datum, Liste oder Gruppe.

## Warum

YAML macht aus 3.10 die Zahl 3,1 und aus einem Gemeindeschlüssel ohne Anführungszeichen eine andere Zahl. Damit
nichts verloren geht, wird kein Wert stillschweigend umgewandelt.

## Beispiel

```yaml
# datei: massnahmen/M-1.1.1.yaml
kennung: 3.10  # FGK012
ziel: Z-1.1
titel: Steuerungsgruppe einrichten
federfuehrung: OE-10
ende: "31.12.2024"  # FGK014
beteiligte: OE-51  # FGK012
```

## Stattdessen

```yaml
# datei: massnahmen/M-1.1.1.yaml
kennung: M-1.1.1
ziel: Z-1.1
titel: Steuerungsgruppe einrichten
federfuehrung: OE-10
ende: 2024-12-31
beteiligte:
  - OE-51
```
"""),
        _info("FGK013", "wert-nicht-erlaubt", """
Wo nur bestimmte Wörter erlaubt sind, steht eines davon.

## Warum

Status, Priorität und ähnliche Angaben werden ausgezählt und verglichen; dafür braucht es feste Wörter.

## Beispiel

```yaml
# datei: massnahmen/M-1.1.1.yaml
kennung: M-1.1.1
ziel: Z-1.1
titel: Steuerungsgruppe einrichten
federfuehrung: OE-10
ende: 2024-12-31
prioritaet: sehr hoch  # FGK013
```

## Stattdessen

```yaml
# datei: massnahmen/M-1.1.1.yaml
kennung: M-1.1.1
ziel: Z-1.1
titel: Steuerungsgruppe einrichten
federfuehrung: OE-10
ende: 2024-12-31
prioritaet: hoch
```
"""),
        _info("FGK014", "falsche-form", """
Kennungen, Schlüssel, Beträge und Adressen haben ihre feste Form.

## Warum

An der Form erkennt fgk, worauf ein Verweis zeigt. Ein Gemeindeschlüssel hat immer acht Ziffern; die führende
Null gehört dazu.

## Beispiel

```yaml
# datei: massnahmen/M-1.1.1.yaml
kennung: M-1.1.1
ziel: Ziel 1.1  # FGK014
titel: Steuerungsgruppe einrichten
federfuehrung: OE-10
ende: 2024-12-31
```

## Stattdessen

```yaml
# datei: massnahmen/M-1.1.1.yaml
kennung: M-1.1.1
ziel: Z-1.1
titel: Steuerungsgruppe einrichten
federfuehrung: OE-10
ende: 2024-12-31
```
"""),
        _info("FGK015", "leere-datei", """
Eine Datei der Akte hat einen Inhalt.

## Warum

Eine leere Datei sieht aus wie ein Datensatz und ist keiner; meist wurde das Speichern vergessen.

## Beispiel

```yaml
# datei: begutachtung.yaml
# noch auszufüllen  # FGK015
```

## Stattdessen

```yaml
# datei: begutachtung.yaml
kennung: G-2024
```
"""),
        _info("FGK016", "unbekannte-datei", """
Jede YAML-Datei der Akte hat einen bekannten Namen und Ort.

## Warum

fgk erkennt die Art eines Datensatzes an Ordner und Dateiname. Eine Datei am falschen Ort würde nicht geprüft
und fehlte in den Dokumenten. Andere Dateien (Tabellen, Bilder, Texte) sind überall willkommen.

## Beispiel

```yaml
# datei: massnahme/M-1.1.2.yaml
kennung: M-1.1.2  # FGK016
ziel: Z-1.1
titel: Bericht an den Rat
```

## Stattdessen

```yaml
# datei: massnahmen/M-1.1.2.yaml
kennung: M-1.1.2
ziel: Z-1.1
titel: Bericht an den Rat
federfuehrung: OE-10
ende: 2024-12-31
```
"""),
        _info("FGK018", "datei-nicht-lesbar", """
Jede Datei der Akte lässt sich lesen.

## Warum

Eine Datei, die gesperrt ist oder an deren Stelle ein Ordner liegt, kann nicht geprüft werden; die Prüfung
wäre unvollständig.

## Stattdessen

Schließen Sie das Programm, das die Datei geöffnet hat, und prüfen Sie die Zugriffsrechte.
"""),
        _info("FGK019", "verknuepfung-nach-aussen", """
Die Akte enthält keine Verknüpfung, die aus ihr hinausführt.

## Warum

Die Akte soll für sich stehen: Wer sie kopiert, hat alles. Eine Verknüpfung nach außen könnte auch fremde
Dateien in Dokumente bringen.

## Stattdessen

Kopieren Sie die Datei an die Stelle der Verknüpfung.
"""),
        _info("FGK020", "kennmarke-am-anfang", """
Eine Datei beginnt ohne Kennmarke (BOM).

## Warum

Manche Windows-Programme setzen eine unsichtbare Kennmarke an den Anfang. fgk liest darüber hinweg, andere
Programme stolpern darüber.

## Stattdessen

Speichern Sie die Datei als „UTF-8“ statt „UTF-8 mit BOM“.
""", _H),
        _info("FGK021", "fuehrende-null", """
Zahlen mit führender Null stehen in Anführungszeichen.

## Warum

Ein Schlüssel wie 05334032 ist keine Zahl. fgk liest ihn als Text; andere Programme machen daraus 5334032.

## Beispiel

```yaml
# datei: audit.yaml
kennung: A-musterstadt-2024
ort:
  art: gemeinde
  name: Musterstadt
  ags: 05999001  # FGK021
verfahren: familiengerechte-kommune
katalog: fgk-2013
stufe: grund
```

## Stattdessen

```yaml
# datei: audit.yaml
kennung: A-musterstadt-2024
ort:
  art: gemeinde
  name: Musterstadt
  ags: "05999001"
verfahren: familiengerechte-kommune
katalog: fgk-2013
stufe: grund
```
""", _H),
        _info("FGK022", "ausserhalb-der-grenzen", """
Zahlen liegen in ihren Grenzen, Texte und Listen sind nicht leer.

## Warum

Ein Fortschritt von 120 Prozent oder ein leerer Titel ist ein Versehen.

## Beispiel

```yaml
# datei: massnahmen/M-1.1.1.yaml
kennung: M-1.1.1
ziel: Z-1.1
titel: ""  # FGK022
federfuehrung: OE-10
ende: 2024-12-31
```

## Stattdessen

```yaml
# datei: massnahmen/M-1.1.1.yaml
kennung: M-1.1.1
ziel: Z-1.1
titel: Steuerungsgruppe einrichten
federfuehrung: OE-10
ende: 2024-12-31
```
"""),
        _info("FGK023", "tausenderpunkt", """
Zahlen stehen ohne Tausenderpunkt.

## Warum

In YAML trennt der Punkt Nachkommastellen ab: 57.684 sind keine siebenundfünfzigtausend, sondern gut
siebenundfünfzig. Sind wirklich drei Nachkommastellen gemeint, ist nichts zu tun.

## Beispiel

```yaml
# datei: ziele/Z-1.1.yaml
kennung: Z-1.1
handlungsfeld: HF1
titel: Familienpolitik wird ämterübergreifend gesteuert
messkriterien:
  - bezeichnung: Besuche der Internetseite im Jahr
    sollwert:
      zahl: 25.000  # FGK023
```

## Stattdessen

```yaml
# datei: ziele/Z-1.1.yaml
kennung: Z-1.1
handlungsfeld: HF1
titel: Familienpolitik wird ämterübergreifend gesteuert
messkriterien:
  - bezeichnung: Besuche der Internetseite im Jahr
    sollwert:
      zahl: 25000
```
""", _H),
        _info("FGK024", "text-abgeschnitten", """
Kein Text bricht an einem # ab.

## Warum

Hinter einem Leerzeichen beginnt # in YAML einen Kommentar: Was danach kommt, fehlt im Dokument, und niemand
merkt es. Ein Kommentar, der einer sein soll, hat hinter # ein Leerzeichen.

## Beispiel

```yaml
# datei: massnahmen/M-1.1.1.yaml
kennung: M-1.1.1
ziel: Z-1.1
titel: Aktion #Kinder für jede Familie  # FGK024
federfuehrung: OE-10
ende: 2024-12-31
```

## Stattdessen

```yaml
# datei: massnahmen/M-1.1.1.yaml
kennung: M-1.1.1
ziel: Z-1.1
titel: "Aktion #Kinder für jede Familie"
federfuehrung: OE-10  # Hauptamt
ende: 2024-12-31
```
""", _W),
    )
}  # fmt: skip


def severity_of(code: str) -> Severity:
    """Return the severity of a reading code."""
    return CODES[code].severity
