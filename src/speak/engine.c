#include "speak/engine.h"

const Engine *const ENGINES[ENGINE_COUNT] = {&ESPEAK_ENGINE};
