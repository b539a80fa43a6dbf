from pathlib import Path

import pytest
from repos import Repo, mit_akte


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return mit_akte(tmp_path / "repo")
