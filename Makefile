# The two commands a newcomer needs: make demo, make test. The rest is for those who work on fgk.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
FGK := $(BIN)/fgk
EXAMPLE := examples/kommune-stolberg
OUT ?= ausgabe
PIP := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: demo test test-texte test-browser test-editor test-office check format lock generated bench bench-documents bench-history bench-register wheel clean help

help:
	@echo "make demo    prüft die Beispielakte und erzeugt ihre Dokumente in ausgabe/"
	@echo "make test    führt alle Tests aus"
	@echo "make check   führt alle statischen Prüfungen aus"
	@echo "make bench   misst und vergleicht"

demo: $(VENV)/.fgk
	$(FGK) validate $(EXAMPLE)
	$(FGK) render zielvereinbarung $(EXAMPLE) --format pdf,md -o $(OUT)
	$(FGK) render jahresbericht --jahr 2018 $(EXAMPLE) --format pdf,md -o $(OUT)

test: $(VENV)/.dev
	$(BIN)/python -m pytest -q

# what is typed comes out of every format: more than ten thousand texts in each of five places; then all generated
# cases of all tests with new values (make test takes the same ones every time)
test-texte: $(VENV)/.dev
	FGK_ZUFALL=1 FGK_TEXTE=2200 $(BIN)/python -m pytest -q tests/documents -k typed
	FGK_ZUFALL=1 $(BIN)/python -m pytest -q $$(grep -rl "from hypothesis" tests --include="test_*.py")

# in Word and OpenDocument too the Kurzfassung has two pages, and what must be one page is one; needs LibreOffice Writer
test-office: $(VENV)/.dev
	PYTHONPATH=tests $(BIN)/python tests/office/seiten.py
	PYTHONPATH=tests:tests/documents $(BIN)/python tests/office/pruefe.py tests/office/ausgabe

# HTML in a real browser and before the validator of the W3C; needs node, java and chromium
BROWSER := tests/browser
test-browser: $(VENV)/.dev $(BROWSER)/node_modules
	rm -rf $(BROWSER)/ausgabe
	$(FGK) render --all $(EXAMPLE) --format html -o $(BROWSER)/ausgabe
	$(FGK) render --all tests/akten/klein --format html --entwurf -o $(BROWSER)/ausgabe
	node $(BROWSER)/pruefe.mjs $(BROWSER)/ausgabe
	java -jar $(BROWSER)/node_modules/vnu-jar/build/dist/vnu.jar --errors-only --stdout $(BROWSER)/ausgabe/*.html

$(BROWSER)/node_modules: $(BROWSER)/package.json
	npm install --prefix $(BROWSER) --no-package-lock --no-audit --no-fund --silent
	touch $@

# the schemas in the language server that editors use; needs node
EDITOR_TESTS := tests/editor
test-editor: $(VENV)/.fgk $(EDITOR_TESTS)/node_modules
	FGK=$(abspath $(FGK)) node $(EDITOR_TESTS)/pruefe.mjs

$(EDITOR_TESTS)/node_modules: $(EDITOR_TESTS)/package.json
	npm install --prefix $(EDITOR_TESTS) --no-package-lock --no-audit --no-fund --silent
	touch $@

check: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

generated: $(VENV)/.dev
	$(FGK) schema -o schemas
	$(BIN)/python tools/regelseiten.py docs/regeln
	$(BIN)/python tools/feldreferenz.py
	$(BIN)/python tools/handbuch.py
	$(BIN)/python tools/bilder.py docs/bilder
	$(BIN)/python tools/word_vorlage.py templates/word/dokument.docx
	$(BIN)/python tools/odf_vorlage.py templates/odf/dokument.odt
	$(BIN)/python tests/golden/schreiben.py

bench: $(VENV)/.dev
	$(BIN)/python benchmarks/run.py

bench-documents: $(VENV)/.dev
	$(BIN)/python benchmarks/documents.py

bench-history: $(VENV)/.dev
	$(BIN)/python benchmarks/history.py

bench-register: $(VENV)/.dev
	$(BIN)/python benchmarks/register.py

wheel: $(VENV)/.dev
	$(BIN)/python -m build --no-isolation --wheel

lock:
	uv pip compile pyproject.toml --group build --universal --python-version 3.11 --generate-hashes \
		--no-header --no-annotate --no-emit-index-url --no-emit-find-links -o requirements/fgk.txt
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
		--no-header --no-annotate --no-emit-index-url --no-emit-find-links -o requirements/dev.txt

clean:
	rm -rf $(VENV) ausgabe dist build

$(VENV)/.fgk: requirements/fgk.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) install --quiet --require-hashes -r requirements/fgk.txt
	$(PIP) install --quiet --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.fgk
	$(PIP) install --quiet --require-hashes -r requirements/dev.txt
	touch $@
