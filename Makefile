# What a newcomer needs: `make site`, then open Site/index.html; `make test`.

SWIFT ?= swift
PREFIX ?= /usr/local
CHECKED = --explicit-target-dependency-import-check error
# The release binary carries Swift's libraries with it, so that it runs where Swift is not installed.
RELEASE = --configuration release --static-swift-stdlib --product dateline
SOURCES = Package.swift Sources Tests

.PHONY: site test build install format lint clean libraries

site: libraries
	$(SWIFT) run $(CHECKED) --quiet dateline build

test: libraries lint
	$(SWIFT) build $(CHECKED) --build-tests
	$(SWIFT) test $(CHECKED) --skip-build

build: libraries
	$(SWIFT) build $(CHECKED) $(RELEASE)
	@echo "The binary is $$($(SWIFT) build $(RELEASE) --show-bin-path)/dateline"

install: build
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 "$$($(SWIFT) build $(RELEASE) --show-bin-path)/dateline" $(DESTDIR)$(PREFIX)/bin/dateline

format:
	$(SWIFT) format --in-place --recursive $(SOURCES)

lint:
	$(SWIFT) format lint --strict --recursive $(SOURCES)

clean:
	rm -rf .build
	find Site -mindepth 1 ! -name .gitignore -delete

# libcmark renders the Markdown. libyaml reads front matter and data files: it gives every value as it was
# written and its place in the file, which diagnostics need.
libraries:
	@sh Tests/Setup/libraries.sh
