# make            builds out/lectern          make narrate   installs, builds, narrates
# make check      installs, builds, tests     make help      lists the rest
#
# OUT=FOLDER puts everything that is written elsewhere; CONFIG=release|asan|cover;
# V=1 shows commands; WERROR=1 makes warnings errors.

OUT ?= out
CONFIG ?= release
PREFIX ?= /usr/local
VERSION := 0.1.0
BUILD := $(OUT)/build/$(CONFIG)
CC ?= cc
PKG_CONFIG ?= pkg-config
PYTHON ?= python3
CFLAGS ?= -O3 -g
JOBS ?= $(shell nproc)
SHARED ?= ../shared
ARTICLE ?= tests/articles/lighthouse.txt

LIBRARIES := libutf8proc nettle jansson md4c libpng samplerate libebur128 sndfile zlib flac opus twolame libseccomp libxxhash \
  gumbo
# Loaded by the runs that need them (base/library.h).
LOADED := espeak-ng libxml-2.0 icu-uc icu-i18n libcurl libmicrohttpd libzip
# So are these, where they are there to be built with: M4B=no builds without.
AV := libavformat libavcodec libavutil
M4B ?= $(shell $(PKG_CONFIG) --exists $(AV) && echo yes || echo no)
LOADED += $(if $(filter yes,$(M4B)),$(AV))
WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes \
  -Wold-style-definition -Wcast-qual -Wwrite-strings -Wundef -Wvla -Wdouble-promotion -Wformat=2 \
  -Wswitch-enum -Wimplicit-fallthrough -Wnull-dereference
SANITIZERS := -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer -O1
# The program is optimised as a whole where the compiler is GCC; tests are linked without.
GCC := $(findstring Free Software,$(shell $(CC) --version))
CONFIG_FLAGS_release := $(if $(GCC),-flto=auto -ffat-lto-objects)
CONFIG_FLAGS_asan := $(SANITIZERS)
CONFIG_FLAGS_cover := --coverage -O0
CONFIG_FLAGS_fuzz := $(SANITIZERS) -fsanitize=fuzzer-no-link
CONFIG_FLAGS := $(CONFIG_FLAGS_$(CONFIG))
# -ffp-contract=off: the same sound from every compiler and processor.
OUR_CFLAGS := -std=c11 -D_POSIX_C_SOURCE=200809L -Isrc -ffp-contract=off -fno-math-errno $(WARNINGS) $(if $(WERROR),-Werror)
# C++ is spoken with CLD2 alone.
OUR_CXXFLAGS := -std=c++11 -Isrc -fno-exceptions -fno-rtti -Wall -Wextra $(if $(WERROR),-Werror)
LIBRARY_CFLAGS = $(patsubst -I%,-isystem %,$(shell $(PKG_CONFIG) --cflags $(LIBRARIES) $(LOADED)))
LIBRARY_LIBS = $(shell $(PKG_CONFIG) --libs $(LIBRARIES)) -linih -lcld2 -lm
COMPILE = $(CC) $(OUR_CFLAGS) $(LIBRARY_CFLAGS) $(CPPFLAGS) $(CFLAGS) $(CONFIG_FLAGS) -MMD -MP -c
COMPILE_CXX = $(CXX) $(OUR_CXXFLAGS) $(CPPFLAGS) $(CFLAGS) $(filter-out -flto%,$(CONFIG_FLAGS)) -MMD -MP -c
LINK_WHOLE = $(CC) $(CFLAGS) $(CONFIG_FLAGS) $(LDFLAGS)
LINK = $(LINK_WHOLE) $(if $(CONFIG_FLAGS_release),-fno-lto)
Q := $(if $(V),,@)

SOURCES := $(filter-out $(if $(filter yes,$(M4B)),src/base/m4b_none.c,src/base/m4b.c),$(sort $(wildcard src/*/*.c src/*/*/*.c) src/pipeline.c))
OBJECTS := $(SOURCES:src/%.c=$(BUILD)/%.o) $(BUILD)/read/cld2.o
LIBRARY := $(BUILD)/liblectern.a

all: $(OUT)/lectern

$(OUT)/lectern: $(BUILD)/lectern always
	$(Q)ln -sfn build/$(CONFIG)/lectern $@

$(BUILD)/lectern: $(BUILD)/main.o $(LIBRARY)
	@echo "  link $@"
	$(Q)$(LINK_WHOLE) -rdynamic -Wl,-z,now -o $@ $^ $(LIBRARY_LIBS)

$(LIBRARY): $(OBJECTS)
	$(Q)rm -f $@ && $(AR) rcs $@ $^

$(BUILD)/%.o: src/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	@echo "  cc $<"
	$(Q)$(COMPILE) -o $@ $<

$(BUILD)/%.o: src/%.cc $(BUILD)/flags
	@mkdir -p $(@D)
	@echo "  cxx $<"
	$(Q)$(COMPILE_CXX) -o $@ $<

# $(call stamp,TEXT): a file that is written anew only when the text changes, so
# that a change of flags rebuilds everything, and one of PREFIX a single file.
stamp = @mkdir -p $(@D); echo '$(1)' | cmp -s - $@ || echo '$(1)' > $@
$(BUILD)/flags: always
	$(call stamp,$(CC) m4b:$(M4B) $(OUR_CFLAGS) $(CPPFLAGS) $(CFLAGS) $(CONFIG_FLAGS) $(LDFLAGS))
PLACES = -DLECTERN_VERSION='"$(VERSION)"' -DLECTERN_CHECKOUT_VOICES='"$(CURDIR)/voices"' \
  -DLECTERN_INSTALLED_VOICES='"$(PREFIX)/share/lectern/voices"'
$(BUILD)/places: always
	$(call stamp,$(VERSION) $(CURDIR) $(PREFIX))
$(BUILD)/commands/about.o: $(BUILD)/places
$(BUILD)/commands/about.o: override CPPFLAGS += $(PLACES)

-include $(OBJECTS:.o=.d) $(BUILD)/main.d

include scripts/install.mk scripts/tests.mk

setup:
	@scripts/setup

narrate: setup
	$(Q)+$(MAKE) --no-print-directory -j$(JOBS) all
	$(Q)$(OUT)/lectern narrate -o $(OUT)/episodes --cache $(OUT)/cache '$(ARTICLE)'

lint:
	@FLAGS='$(OUR_CFLAGS) $(LIBRARY_CFLAGS)' scripts/lint

format:
	$(Q)clang-format -i --style=file:scripts/clang-format $(wildcard src/*.[ch] src/*/*.[ch] src/*/*/*.[ch] tests/*/*.[ch])

clean:
	$(Q)rm -rf $(OUT)/build $(OUT)/lectern $(OUT)/test

help:
	@cat scripts/help.txt

.DELETE_ON_ERROR:
.PHONY: all always setup narrate lint format clean help
