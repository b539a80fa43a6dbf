"""What ``fgk unpack`` says where somebody has to decide: about fields, and about numbers that two records have."""

from typing import TYPE_CHECKING, NoReturn

import typer

from fgk.commands.common import ERRORS
from fgk.commands.saying import say

if TYPE_CHECKING:
    from fgk.sharing.doppelt import Doppelt
    from fgk.sharing.konflikte import Konflikt
    from fgk.sharing.taking import Plan

#: how somebody speaks of two new records of a kind
_ZWEI = {
    "ziel": "zwei neue Ziele",
    "massnahme": "zwei neue Maßnahmen",
    "beteiligung": "zwei neue Beteiligungen",
    "beschluss": "zwei neue Beschlüsse",
}


def say_new_names(plan: "Plan") -> None:
    """Say which Kennung the new records of the pack got instead of their own."""
    for old, new in plan.umbenannt.items():
        say(f"Neu nummeriert: {old} aus dem Paket heißt hier {new}.")


def refuse_conflicts(plan: "Plan") -> NoReturn:
    """Name all that is open and what can be done, and end."""
    from fgk.sharing.konflikte import konflikte

    offen = konflikte(plan)
    if offen:
        _list(offen, "verschieden" if plan.base is None else "auf beiden Seiten verschieden geändert")
    for one in plan.doppelt:
        _name(one)
    say("Nichts übernommen.", err=True)
    if offen:
        _advise(
            "Entscheiden Sie: Mit --vorrang hier bleibt an diesen Stellen, was hier steht; mit --vorrang paket gilt dort "
            "das Paket. Alles Übrige wird in beiden Fällen zusammengeführt."
        )
    if plan.doppelt:
        _advise(
            "Mit --neu-nummerieren bleiben beide: Der Datensatz aus dem Paket bekommt die nächste freie Kennung, auch "
            "dort, wo das Paket ihn neu nennt. --vorrang wirft keinen von beiden weg."
        )
    raise typer.Exit(ERRORS)


def _list(offen: list["Konflikt"], was: str) -> None:
    from fgk.output.summary import anzahl

    say(f"{anzahl(len(offen), 'Stelle ist', 'Stellen sind')} {was}:", err=True)
    wo = None
    for konflikt in offen:
        if konflikt.wo != wo:
            say(f"  {konflikt.wo}", "    ", err=True)
            wo = konflikt.wo
        vorher = f", vorher {konflikt.vorher}" if konflikt.vorher else ""
        feld = f"{konflikt.feld}: " if konflikt.feld else ""
        say(f"    {feld}hier {konflikt.hier}, im Paket {konflikt.paket}{vorher}", "      ", err=True)


def _name(one: "Doppelt") -> None:
    from fgk.comparing.worte import sauber

    say(
        f"Es gibt {_ZWEI[one.art.name]} mit derselben Nummer {one.kennung}: hier „{sauber(one.hier)}“, im Paket "
        f"„{sauber(one.paket)}“.",
        "  ",
        err=True,
    )


def _advise(text: str) -> None:
    say(f"  → {text}", "    ", err=True)
