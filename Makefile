# The project's chores: make help lists them. .ci/run runs build, lint, test,
# test-long, race and fuzz.

VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo devel)
LDFLAGS  = -s -w -X main.version=$(VERSION)
FUZZTIME ?= 10s
GO ?= go

# Plain Go: one static binary, the same everywhere.
export CGO_ENABLED = 0

.PHONY: build help test test-long race fuzz lint bench bench-pdf golden score score-update ablate cover clean

build: ## bin/pressoir
	$(GO) build -trimpath -ldflags '$(LDFLAGS)' -o bin/pressoir ./cmd/pressoir

help: ## this list
	@sed -nE 's/^([a-z-]+):.*## (.*)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 12

test: ## all tests but the slow ones
	$(GO) test -short ./...

test-long: ## the slow tests, TestSlow...: workers that are killed, a full engine, the review page in Chromium (PRESSOIR_AXE=axe.min.js for accessibility, PRESSOIR_SHOTS=DIR for pictures)
	$(GO) test -run '^TestSlow' ./...

race: ## the tests of what runs at the same time, with the race detector (needs a C compiler)
	CGO_ENABLED=1 $(GO) test -race ./batch/... ./cmd/...

fuzz: ## each fuzz target for FUZZTIME (10s)
	GO=$(GO) .ci/fuzz $(FUZZTIME)

lint: ## formatting, vet, staticcheck, unparam, and limits of size (internal/lint)
	@out=$$($(GO) tool gofumpt -l .); if [ -n "$$out" ]; then echo "gofumpt -w these:"; echo "$$out"; exit 1; fi
	$(GO) vet ./...
	$(GO) tool staticcheck ./...
	$(GO) tool unparam ./...
	$(GO) run ./internal/lint

bench: ## speed of each step and of the whole way
	$(GO) test -run '^$$' -bench . -benchmem ./...

bench-pdf: ## speed of reading PDFs, whole and by parts: of those in PRESSOIR_BENCH_PDF, a folder, or of one made up
	$(GO) test -run '^$$' -bench '^BenchmarkPDF' -benchmem -cpu 1 ./extract/pdf
	$(GO) test -run '^$$' -bench . -benchmem ./extract/internal/...

golden: ## renew the expected outputs under fixtures; read the diff before you commit it
	$(GO) test ./cmd/pressoir -run '^TestGolden$$' -update
	git --no-pager diff --stat -- fixtures

# What else must stay the same while rules are turned off: a command that prints it.
SCORE ?= $(GO) run ./internal/score/cmd/score -v $(DIR)

ablate: ## turn each rule of PKG off, move each number by a fifth, and list what changed nothing; ARGS="-for 30m" stops and continues later, ARGS=-h lists the rest
	@test -n "$(PKG)" || { echo "usage: make ablate PKG=./normalize/claims [SCORE=COMMAND] [ARGS=...]"; exit 2; }
	$(GO) run ./internal/ablate -pkg $(PKG) -score "$(SCORE)" $(ARGS)

DIR ?= internal/score/testdata

score: ## how much comes out right: of the corpus that ships, or of DIR=folder; ARGS=-v lists what is wrong
	$(GO) run ./internal/score/cmd/score $(ARGS) $(DIR)

score-update: ## renew the scores that a test holds; read the diff before you commit it
	$(GO) test ./internal/score -run '^(TestUpdateIsOffInCI|TestScoresDoNotFall)$$' -count 1 -v -update
	git --no-pager diff --stat -- internal/score/scores.txt

cover: ## coverage.out, and the total
	$(GO) test -coverpkg=./... -coverprofile=coverage.out ./...
	$(GO) tool cover -func=coverage.out | tail -1

clean:
	rm -rf bin dist coverage.out
