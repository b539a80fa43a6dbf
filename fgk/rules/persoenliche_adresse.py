"""FGK118: mail addresses are function mailboxes."""

import re
from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.rules.textsuche import Suche, texte_mit, zitiert

#: every text with this sign is looked at closely; to look for whole addresses at once takes ten times as long
_ZEICHEN = Suche((b"@",), "@")
_ADRESSE = r"(?<![\w.+-])(?P<postfach>[\w.+-]+)@[\w-]+(?:\.[\w-]+)+"
_NAMENSTEIL = r"[^\W\d_]+(?:-[^\W\d_]+)*\Z"
#: parts of an address that name an office or a topic
_FUNKTION = r"""(?ix)
    (?:info|post|mail|kontakt|service|team|presse|redaktion|web|newsletter|no-?reply|rat|haus|rathaus|stadt|gemeinde
      |kreis|land|amt|ob|kind|kinder|kita|kitas|eltern|senioren|frauen|sport|kultur|umwelt|bauen|wohnen|pflege|soziales
      |bildung|schule|schulen|vhs|ogs|audit|projekt|buero|büro|familie|familien|jugend|mobilitaet|mobilität|netzwerk
      |quartier|inklusion|integration|praevention|prävention|verein|bund|fk|fgk|de|nrw|und|fuer|für)\Z
    |(?:familien|jugend|kinder|kita|bildungs|schul|sozial|senioren|gleichstellung|inklusions|integrations|buerger|bürger
      |stadt|kreis|gemeinde|rats|haupt|personal|gesundheit|wirtschaft|quartiers|projekt|netzwerk|presse|jugendhilfe)\w{3,}
    |\w*(?:amt|buero|büro|stelle|zentrum|beirat|stadtrat|leitung|service|referat|verwaltung|management|beratung|planung
      |foerderung|förderung|koordination|sekretariat|beauftragter?|beteiligung|entwicklung|bibliothek)\Z
    """


@rule("FGK118", "persoenliche-adresse", severity=Severity.WARNUNG, since="0.1")
def persoenliche_adresse(kontext: Kontext) -> Iterator[Hit]:
    """E-Mail-Adressen sind Funktionspostfächer, keine persönlichen Adressen.

    ## Warum

    Eine persönliche Adresse nennt einen Namen, und git vergisst nichts. Außerdem erreicht ein
    Funktionspostfach auch noch die Nachfolge.

    ## Beispiel

    ```yaml
    # datei: organisationseinheiten.yaml
    organisationseinheiten:
      - kennung: OE-10
        name: Hauptamt
        art: amt
        postfach: erika.mustermann@musterstadt.example  # FGK118
    ```

    ## Stattdessen

    ```yaml
    # datei: organisationseinheiten.yaml
    organisationseinheiten:
      - kennung: OE-10
        name: Hauptamt
        art: amt
        postfach: hauptamt@musterstadt.example
    ```
    """
    for stelle in texte_mit(kontext, _ZEICHEN):
        gefunden = re.finditer(_ADRESSE, stelle.text)
        adressen = [match.group() for match in gefunden if _ist_persoenlich(match["postfach"])]
        if adressen:
            eine, worte = zitiert(adressen)
            was = "ist wohl die Adresse einer Person" if eine else "sind wohl Adressen von Personen"
            tun = "Nennen Sie ein Funktionspostfach, z. B. familienbuero@… oder info@…."
            yield Hit(stelle.record.path, stelle.route, f"{worte} {was}.", tun)


def adressen_ohne_funktion(text: str) -> Iterator[str]:
    """Yield the addresses in a text that say no office or topic, also those of one word, such as a last name."""
    for match in re.finditer(_ADRESSE, text):
        if not any(re.match(_FUNKTION, teil) for teil in re.split(r"[._+-]", match["postfach"])):
            yield match.group()


def _ist_persoenlich(postfach: str) -> bool:
    """Say whether a mailbox looks like vorname.nachname or v.nachname; a word for a function speaks against."""
    teile = re.split(r"[._]", postfach)
    if not 2 <= len(teile) <= 3 or not all(re.match(_NAMENSTEIL, teil) for teil in teile):
        return False
    return len(teile[-1]) > 1 and not any(re.match(_FUNKTION, teil) for teil in teile)
