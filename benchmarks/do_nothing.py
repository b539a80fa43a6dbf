"""What one run of fgk is measured against: a Typer app that defines one pydantic model and does nothing."""

import typer
from pydantic import BaseModel


class Thing(BaseModel):
    """The one model."""

    name: str


app = typer.Typer(add_completion=False)


@app.command()
def nothing() -> None:
    """Do nothing."""


app()
