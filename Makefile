# For newcomers: `make site`, then open Site/index.html; `make serve` to write; `make test`.

SWIFT ?= swift
PREFIX ?= /usr/local
CHECKED = --explicit-target-dependency-import-check error
# The release binary contains Swift's libraries, so that it runs without Swift.
RELEASE = --configuration release --static-swift-stdlib --product dateline
SOURCES = Package.swift Sources Tests
BROWSER_TESTS = DATELINE="$$($(SWIFT) build --show-bin-path)/dateline" \
	.venv-browser/bin/python -m pytest Tests/Browser
EXCHANGE_TESTS = DATELINE="$$($(SWIFT) build --show-bin-path)/dateline" \
	.venv-exchange/bin/python -m pytest Tests/Exchange

# Speed compared with Hugo and a floor in C: Tests/Benchmarks. BENCH="--sizes 1000 --pairs 3" is quick.
BENCH = --sizes 1000 10000 100000

# What a release consists of; see Sources/dateline/Release/README.md.
STATIC = .build/static-libraries
BINARIES = .build/dist

.PHONY: site serve test test-browser test-exchange soak bench build release install format lint clean libraries \
	cards browser exchange dist test-dist soak-dist

site: libraries
	$(SWIFT) run $(CHECKED) --quiet dateline build

serve: libraries
	$(SWIFT) run $(CHECKED) --quiet dateline serve

# Missing tools are found before anything is built.
test: libraries cards browser exchange lint
	$(SWIFT) build $(CHECKED) --build-tests
	$(SWIFT) test $(CHECKED) --skip-build
	$(BROWSER_TESTS)
	$(EXCHANGE_TESTS)

# The browser tests alone; TESTS="-k keyboard" selects some.
test-browser: libraries browser
	$(SWIFT) build $(CHECKED) --product dateline
	$(BROWSER_TESTS) $(TESTS)

# The tests of exported files by other programs alone; TESTS="-k feeds" selects some.
test-exchange: libraries exchange
	$(SWIFT) build $(CHECKED) --product dateline
	$(EXCHANGE_TESTS) $(TESTS)

# Tests that take minutes, with a time limit.
soak: libraries browser exchange
	$(SWIFT) build $(CHECKED) --product dateline
	$(EXCHANGE_TESTS) -m soak
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

# The files of a release, in dist: an archive, a Debian package and a Python wheel.
dist: libraries
	@sh Tests/Setup/release.sh
	@mkdir -p $(BINARIES)/shared $(BINARIES)/static
	$(SWIFT) build $(CHECKED) $(RELEASE)
	cp "$$($(SWIFT) build $(RELEASE) --show-bin-path)/dateline" $(BINARIES)/shared/dateline
	sh Sources/dateline/Release/static_libraries.sh $(STATIC)
	$(SWIFT) build $(CHECKED) $(RELEASE) --pkg-config-path $(STATIC)/pkgconfig
	cp "$$($(SWIFT) build $(RELEASE) --show-bin-path)/dateline" $(BINARIES)/static/dateline
	rm -rf dist
	python3 Sources/dateline/Release/dist.py --shared $(BINARIES)/shared/dateline --static $(BINARIES)/static/dateline

# Checks the files that `make dist` has written.
test-dist:
	python3 Tests/Release/test_dist.py dist

# Installs them in a new Debian system, and builds a site there. Needs root, some minutes and 400 MB.
soak-dist:
	sh Tests/Release/clean_debian.sh dist

format:
	$(SWIFT) format --in-place --recursive $(SOURCES)

lint:
	$(SWIFT) format lint --strict --recursive $(SOURCES)
	@python3 Tests/Lint/floors.py && python3 Tests/Lint/names.py && python3 Tests/Lint/promises.py

clean:
	rm -rf .build dist .venv-browser .venv-exchange .venv-pywb .venv-bench Tests/artefacts
	find Site -mindepth 1 ! -name .gitignore -delete

# libcmark renders the Markdown. libyaml reads front matter and data files: it returns every value as
# written and with its location in the file, which diagnostics need. zlib compresses what the preview sends.
libraries:
	@sh Tests/Setup/libraries.sh

# Pango and fonts, which draw social cards. Only tests and sites with cards need them.
cards:
	@sh Tests/Setup/libraries.sh cards

# Browsers, and the tools that drive them in tests.
browser:
	@sh Tests/Setup/browser.sh

# Calendars, feed readers, GDAL and spreadsheets, which read what a site exports.
exchange:
	@sh Tests/Setup/exchange.sh
