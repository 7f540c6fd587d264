// What is fixed when the program is built.
#ifndef LECTERN_COMMANDS_ABOUT_H
#define LECTERN_COMMANDS_ABOUT_H

extern const char ABOUT_VERSION[];
extern const char ABOUT_CHECKOUT_VOICES[];  // voices/ of the checkout it was built in
extern const char ABOUT_INSTALLED_VOICES[]; // where `make install` puts them

#endif
