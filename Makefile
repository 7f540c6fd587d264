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
CFLAGS ?= -O3 -g

LIBRARIES := espeak-ng libutf8proc nettle jansson md4c libpng samplerate libebur128 sndfile libopusenc
WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes \
  -Wold-style-definition -Wcast-qual -Wwrite-strings -Wundef -Wvla -Wdouble-promotion -Wformat=2 \
  -Wswitch-enum -Wimplicit-fallthrough -Wnull-dereference
CONFIG_FLAGS_release :=
CONFIG_FLAGS_asan := -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer -O1
CONFIG_FLAGS_cover := --coverage -O0
# -ffp-contract=off: the same sound from every compiler and processor.
OUR_CFLAGS := -std=c11 -D_POSIX_C_SOURCE=200809L -Isrc -ffp-contract=off $(WARNINGS) \
  $(if $(WERROR),-Werror) $(CONFIG_FLAGS_$(CONFIG))
LIBRARY_CFLAGS = $(patsubst -I%,-isystem %,$(shell $(PKG_CONFIG) --cflags $(LIBRARIES) opus))
LIBRARY_LIBS = $(shell $(PKG_CONFIG) --libs $(LIBRARIES)) -lmp3lame -linih -lm
Q := $(if $(V),,@)

SOURCES := $(sort $(wildcard src/*/*.c) src/pipeline.c)
OBJECTS := $(SOURCES:src/%.c=$(BUILD)/%.o)
LIBRARY := $(BUILD)/liblectern.a

all: $(OUT)/lectern

$(OUT)/lectern: $(BUILD)/lectern
	$(Q)ln -sfn build/$(CONFIG)/lectern $@

$(BUILD)/lectern: $(BUILD)/main.o $(LIBRARY)
	@echo "  link $@"
	$(Q)$(CC) $(CFLAGS) $(CONFIG_FLAGS_$(CONFIG)) $(LDFLAGS) -rdynamic -o $@ $^ $(LIBRARY_LIBS)

$(LIBRARY): $(OBJECTS)
	$(Q)rm -f $@ && $(AR) rcs $@ $^

$(BUILD)/%.o: src/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	@echo "  cc $<"
	$(Q)$(CC) $(OUR_CFLAGS) $(LIBRARY_CFLAGS) $(CPPFLAGS) $(CFLAGS) $(if $(CONFIG_FLAGS_$(CONFIG)),$(CONFIG_FLAGS_$(CONFIG))) -MMD -MP -c -o $@ $<

# Written anew only when the flags change, so that a change of flags rebuilds.
FLAGS_NOW = $(CC) $(OUR_CFLAGS) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) $(PREFIX) $(VERSION)
$(BUILD)/flags: always
	@mkdir -p $(@D)
	@echo '$(FLAGS_NOW)' | cmp -s - $@ || echo '$(FLAGS_NOW)' > $@

$(BUILD)/commands/about.o: CPPFLAGS += -DLECTERN_VERSION='"$(VERSION)"' \
  -DLECTERN_CHECKOUT_VOICES='"$(CURDIR)/voices"' -DLECTERN_INSTALLED_VOICES='"$(PREFIX)/share/lectern/voices"'

-include $(OBJECTS:.o=.d) $(BUILD)/main.d

clean:
	$(Q)rm -rf $(OUT)/build $(OUT)/lectern

.PHONY: all always clean
