"""One German sentence for everything that is wrong with how fgk was called.

Usage errors are told apart by their type and by the option they are about, never by Typer's English text.
"""

from typing import Any

from typer.exceptions import TyperException

from fgk.errors import FgkError

_HELP = "Die Hilfe zeigt „{} --help“."


def usage_error(error: TyperException) -> FgkError | None:
    """Return our sentences for a usage error; ``None`` where the help was printed instead."""
    context = getattr(error, "ctx", None)
    help_hint = _HELP.format(context.command_path if context else "fgk")
    match type(error).__name__:
        case "NoArgsIsHelpError":
            return None
        case "NoSuchOption":
            if _name(error) == "--akte" and _takes_akte(context):
                return FgkError(
                    "Die Option „--akte“ gibt es hier nicht.",
                    f"Der Ordner der Akte steht bei diesem Befehl am Ende, ohne „--akte“. {help_hint}",
                )
            possible = sorted(getattr(error, "possibilities", None) or ())
            meant = f"Meinten Sie „{possible[0]}“? " if possible else ""
            return FgkError(f"Die Option „{_name(error)}“ gibt es hier nicht.", meant + help_hint)
        case "BadOptionUsage":
            return FgkError(
                f"Hinter der Option „{_name(error)}“ fehlt ein Wert, oder er ist zu viel.", help_hint
            )
        case "MissingParameter":
            return FgkError(f"Die Angabe {_name(error)} fehlt.", _meaning(error) or help_hint)
        case "BadParameter":
            return FgkError(f"Der Wert für „{_name(error)}“ passt nicht.", _meaning(error) or help_hint)
    return FgkError(
        "Der Aufruf hat mehr Angaben, als der Befehl kennt.",
        f'Ein Text mit Leerzeichen braucht gerade Anführungszeichen ("…"), nicht die aus Word („…“). {help_hint}',
    )


def _name(error: TyperException) -> str:
    parameter = getattr(error, "param", None)
    option: str = getattr(error, "option_name", "") or getattr(parameter, "metavar", None) or ""
    names = [name for name in getattr(parameter, "opts", ()) if name.startswith("--")]
    return names[0] if names else option


def _takes_akte(context: Any) -> bool:
    return any(parameter.name == "akte" for parameter in getattr(context, "command", context).params)


def _meaning(error: TyperException) -> str:
    """Return what the help says about the parameter."""
    text: str = getattr(getattr(error, "param", None), "help", None) or ""
    return f"{_name(error)}: {text.rstrip('.')}." if text else ""
