# make check, check-long, check-sound, check-standards, accept, fuzz, bench. tests/README.md says what stands where.

UNIT_TESTS := $(patsubst tests/%.c,$(BUILD)/tests/%,$(wildcard tests/unit/test_*.c tests/faults/test_*.c))
# What a test needs beside the library. A unit test may put a stand-in for a
# function of the library, so nothing else that calls it is linked in.
$(BUILD)/tests/faults/%: EXTRA = $(FUZZ_SHARED)
UNIT_SAMPLES := $(patsubst tests/%.c,$(BUILD)/tests/%.o,$(wildcard tests/unit/sample_*.c))
PRINT_STAGES := $(BUILD)/tests/tool/print_stages
PRINT_PHONEMES := $(BUILD)/tests/tool/print_phonemes
PRINT_SOUNDS := $(BUILD)/tests/tool/print_sounds
PRINT_EVIDENCE := $(BUILD)/tests/tool/print_evidence
PRINT_SIGNS := $(BUILD)/tests/tool/print_signs
PRINT_DISTANCES := $(BUILD)/tests/tool/print_distances
SPEAK_UNGATED := $(BUILD)/tests/tool/speak_ungated
READ_ALONE := $(BUILD)/tests/tool/read_alone
MEASURE_GROWTH := $(BUILD)/tests/tool/measure_growth
FIND_FAULTS := $(BUILD)/tests/tool/find_faults
FETCH_WITH_LIMITS := $(BUILD)/tests/tool/fetch_with_limits
TELL_SPEAKERS := $(BUILD)/tests/tool/tell_speakers
TIME_STAGES := $(BUILD)/tests/bench/time_stages
FUZZ_TARGETS := $(patsubst tests/fuzz/fuzz_%.c,%,$(wildcard tests/fuzz/fuzz_*.c))
FUZZ_SHARED := $(BUILD)/tests/fuzz/laws.o
REPLAYS := $(FUZZ_TARGETS:%=$(BUILD)/tests/fuzz/replay_%)
FUZZERS := $(FUZZ_TARGETS:%=$(BUILD)/tests/fuzz/fuzz_%)
TEST_ENVIRONMENT = OUT='$(abspath $(OUT))' BUILD='$(abspath $(BUILD))' CONFIG='$(CONFIG)' \
  SHARED='$(abspath $(SHARED))' MAKE_PROGRAM='$(MAKE)' PYTHONDONTWRITEBYTECODE=1
SECONDS ?= 60

$(BUILD)/tests/%.o: tests/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	@echo "  cc $<"
	$(Q)$(COMPILE) -Itests -o $@ $<

# A test may put a function of its own in the place of one of the library: the first wins.
$(UNIT_TESTS): %: %.o $(UNIT_SAMPLES) $(FUZZ_SHARED) $(LIBRARY)
	$(Q)$(LINK) -Wl,--allow-multiple-definition -o $@ $^ -lcmocka $(LIBRARY_LIBS)

$(PRINT_STAGES) $(PRINT_PHONEMES) $(PRINT_SOUNDS) $(PRINT_EVIDENCE) $(PRINT_SIGNS) $(PRINT_DISTANCES) $(READ_ALONE) $(MEASURE_GROWTH) $(FIND_FAULTS) $(TELL_SPEAKERS) $(FETCH_WITH_LIMITS): %: %.o $(LIBRARY)
	$(Q)$(LINK) -o $@ $^ $(LIBRARY_LIBS)

$(SPEAK_UNGATED): %: %.o $(LIBRARY)
	$(Q)$(LINK) -Wl,--wrap=gate_said,--wrap=gate_text,--wrap=gate_plain -o $@ $^ $(LIBRARY_LIBS)

$(TIME_STAGES): %: %.o $(LIBRARY)
	$(Q)$(LINK_WHOLE) -o $@ $^ $(LIBRARY_LIBS)

$(REPLAYS): $(BUILD)/tests/fuzz/replay_%: $(BUILD)/tests/fuzz/fuzz_%.o $(BUILD)/tests/fuzz/replay.o $(FUZZ_SHARED) $(LIBRARY)
	$(Q)$(LINK) -o $@ $^ $(LIBRARY_LIBS)

$(FUZZERS): %: %.o $(FUZZ_SHARED) $(LIBRARY)
	$(Q)$(LINK) -fsanitize=fuzzer -o $@ $^ $(LIBRARY_LIBS)

-include $(wildcard $(BUILD)/tests/*/*.d)

# out/lectern stays the release's, whatever else is tested.
programs: $(BUILD)/lectern $(if $(filter release,$(CONFIG)),all) $(UNIT_TESTS) $(REPLAYS) $(PRINT_STAGES) $(PRINT_SOUNDS) $(PRINT_EVIDENCE) $(PRINT_SIGNS) $(PRINT_DISTANCES) $(SPEAK_UNGATED) $(READ_ALONE) $(MEASURE_GROWTH) $(FIND_FAULTS) $(FETCH_WITH_LIMITS)

# A second make, so that packages are there before anything asks pkg-config.
# ONLY=WORD runs the tests with that word in their path.
check: setup
	$(Q)+$(MAKE) --no-print-directory -j$(JOBS) programs
	$(if $(filter cover,$(CONFIG)),@find $(BUILD) -name '*.gcda' -delete)
	$(Q)$(TEST_ENVIRONMENT) $(if $(filter cover,$(CONFIG)),COVERAGE=scripts/coverage) \
	  $(PYTHON) tests/runner.py $(ONLY:%=--only %) $(UNIT_TESTS) $(REPLAYS)

# The tests of tests/long/ whole: a quarter of an hour of two processors.
check-long: setup
	$(Q)+$(MAKE) --no-print-directory -j$(JOBS) programs
	$(Q)$(TEST_ENVIRONMENT) LONG=1 $(PYTHON) tests/runner.py --given $(ONLY:%=--only %) $(wildcard tests/long/test_*.py)

# What the voices sound like, measured: minutes of work, so not a part of check. A second make
# for the same reason as above.
check-sound: setup
	$(Q)+$(MAKE) --no-print-directory -j$(JOBS) all $(FIND_FAULTS) $(TELL_SPEAKERS)
	$(Q)$(TEST_ENVIRONMENT) $(PYTHON) tests/runner.py --given $(ONLY:%=--only %) $(wildcard tests/sound/test_*.py tests/sound/gate_*.py)

# Every edition by the validators of its field, in the folder VALIDATORS: minutes, most of them of books and pages.
check-standards: setup
	$(Q)+$(MAKE) --no-print-directory -j$(JOBS) all
	$(Q)$(TEST_ENVIRONMENT) $(PYTHON) tests/runner.py --given $(ONLY:%=--only %) $(wildcard tests/standards/gate_*.py)

accept: $(PRINT_STAGES)
	$(Q)$(TEST_ENVIRONMENT) $(PYTHON) tests/cases/test_goldens.py --accept

# The table of names and homographs from its two lists.
pronunciations: $(PRINT_PHONEMES)
	$(Q)scripts/pronunciations $(PRINT_PHONEMES) > $(BUILD)/table_pronunciations.c
	$(Q)mv $(BUILD)/table_pronunciations.c src/phrase/

# How unlike the voices are, after a change of one.
distances: $(PRINT_DISTANCES)
	$(Q)$(PRINT_DISTANCES) voices tests/articles/lighthouse.txt > $(BUILD)/distance.tsv
	$(Q)mv $(BUILD)/distance.tsv voices/

bench: all $(TIME_STAGES) $(PRINT_SOUNDS) $(PRINT_EVIDENCE)
	$(Q)$(TEST_ENVIRONMENT) $(PYTHON) scripts/bench

fuzz:
	$(Q)+$(MAKE) --no-print-directory -j$(JOBS) CONFIG=fuzz CC=clang CXX=clang++ fuzzers
	$(Q)OUT='$(abspath $(OUT))' scripts/fuzz $(SECONDS) $(FUZZ_TARGETS)

fuzzers: $(FUZZERS)

.PHONY: programs check check-long check-sound check-standards accept pronunciations distances bench fuzz fuzzers
.SECONDARY:
