# make install, make uninstall: PREFIX and DESTDIR are honoured. The program
# prints its own man page and completions, so they cannot fall behind it.

PAGES := $(BUILD)/lectern.1 $(BUILD)/lectern.bash $(BUILD)/_lectern
VOICE_FILES = $(wildcard voices/*.ini voices/*.tsv)
BIN = $(DESTDIR)$(PREFIX)/bin
SHARE = $(DESTDIR)$(PREFIX)/share
MAN = $(SHARE)/man/man1
BASH = $(SHARE)/bash-completion/completions
ZSH = $(SHARE)/zsh/site-functions

$(BUILD)/lectern.1: $(BUILD)/lectern
	$(Q)$< help --man > $@
$(BUILD)/lectern.bash: $(BUILD)/lectern
	$(Q)$< help --bash > $@
$(BUILD)/_lectern: $(BUILD)/lectern
	$(Q)$< help --zsh > $@

pages: $(PAGES)

install: $(BUILD)/lectern $(PAGES)
	$(Q)install -d $(BIN) $(SHARE)/lectern/voices $(MAN) $(BASH) $(ZSH)
	$(Q)install -m 755 $(BUILD)/lectern $(BIN)/lectern
	$(Q)install -m 644 $(VOICE_FILES) $(SHARE)/lectern/voices
	$(Q)install -m 644 $(BUILD)/lectern.1 $(MAN)/lectern.1
	$(Q)install -m 644 $(BUILD)/lectern.bash $(BASH)/lectern
	$(Q)install -m 644 $(BUILD)/_lectern $(ZSH)/_lectern

uninstall:
	$(Q)rm -f $(BIN)/lectern $(MAN)/lectern.1 $(BASH)/lectern $(ZSH)/_lectern
	$(Q)rm -rf $(SHARE)/lectern

.PHONY: pages install uninstall
