import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from repos import Repo, mit_akte


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return mit_akte(tmp_path / "repo")
