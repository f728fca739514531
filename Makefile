# For newcomers: `make site`, then open Site/index.html; `make serve` to write; `make test`.

SWIFT ?= swift
PREFIX ?= /usr/local
CHECKED = --explicit-target-dependency-import-check error
# The release binary contains Swift's libraries, so that it runs without Swift.
RELEASE = --configuration release --static-swift-stdlib --product dateline
SOURCES = Package.swift Sources Tests
BROWSER_TESTS = DATELINE="$$($(SWIFT) build --show-bin-path)/dateline" \
	.venv-browser/bin/python -m pytest Tests/Browser

# Speed compared with Hugo and a floor in C: Tests/Benchmarks. BENCH="--sizes 1000 --pairs 3" is quick.
BENCH = --sizes 1000 10000 100000

.PHONY: site serve test test-browser soak bench build release install format lint clean libraries browser

site: libraries
	$(SWIFT) run $(CHECKED) --quiet dateline build

serve: libraries
	$(SWIFT) run $(CHECKED) --quiet dateline serve

# Missing tools are found before anything is built.
test: libraries browser lint
	$(SWIFT) build $(CHECKED) --build-tests
	$(SWIFT) test $(CHECKED) --skip-build
	$(BROWSER_TESTS)

# The browser tests alone; TESTS="-k keyboard" selects some.
test-browser: libraries browser
	$(SWIFT) build $(CHECKED) --product dateline
	$(BROWSER_TESTS) $(TESTS)

# Tests that take minutes, with a time limit.
soak: libraries browser
	$(SWIFT) build $(CHECKED) --product dateline
	DATELINE="$$($(SWIFT) build --show-bin-path)/dateline" timeout 900 \
		.venv-browser/bin/python -m pytest Tests/Browser -m soak

build: libraries
	$(SWIFT) build $(CHECKED) $(RELEASE)
	@echo "The binary is $$($(SWIFT) build $(RELEASE) --show-bin-path)/dateline"

release: build

bench: build
	@sh Tests/Setup/benchmarks.sh
	$(SWIFT) build $(CHECKED) --configuration release --static-swift-stdlib --product microbenchmarks
	bin="$$($(SWIFT) build $(RELEASE) --show-bin-path)"; .venv-bench/bin/python Tests/Benchmarks/bench.py \
		--binary "$$bin/dateline" --micro "$$bin/microbenchmarks" \
		--hugo "$$(.venv-bench/bin/python Tests/Benchmarks/hugo_binary.py)" --output BENCHMARKS.md $(BENCH)

install: build
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 "$$($(SWIFT) build $(RELEASE) --show-bin-path)/dateline" $(DESTDIR)$(PREFIX)/bin/dateline
	@set -e; share="$(DESTDIR)$(PREFIX)/share"; binary="$(DESTDIR)$(PREFIX)/bin/dateline"; \
	complete() { install -d "$$share/$$2"; "$$binary" --generate-completion-script $$1 > "$$share/$$2/$$3"; }; \
	complete bash bash-completion/completions dateline; \
	complete zsh zsh/site-functions _dateline; \
	complete fish fish/vendor_completions.d dateline.fish; \
	install -d "$$share/man/man1"; "$$binary" manual > "$$share/man/man1/dateline.1"

format:
	$(SWIFT) format --in-place --recursive $(SOURCES)

lint:
	$(SWIFT) format lint --strict --recursive $(SOURCES)
	@python3 Tests/Lint/floors.py && python3 Tests/Lint/names.py && python3 Tests/Lint/promises.py

clean:
	rm -rf .build .venv-browser .venv-pywb .venv-bench Tests/artefacts
	find Site -mindepth 1 ! -name .gitignore -delete

# libcmark renders the Markdown. libyaml reads front matter and data files: it returns every value as
# written and with its location in the file, which diagnostics need. zlib compresses what the preview sends.
libraries:
	@sh Tests/Setup/libraries.sh

# Browsers, and the tools that drive them in tests.
browser:
	@sh Tests/Setup/browser.sh
