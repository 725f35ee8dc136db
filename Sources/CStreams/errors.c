#include "CStreams.h"
#include <gsl/gsl_errno.h>
#include <string.h>

static _Thread_local streams_gsl_error recorded;

static void copy_text(char *target, size_t size, const char *text) {
  if (text == NULL) text = "";
  size_t length = strlen(text);
  if (length >= size) length = size - 1;
  memcpy(target, text, length);
  target[length] = 0;
}

static const char *last_component(const char *path) {
  const char *slash = path == NULL ? NULL : strrchr(path, '/');
  return slash == NULL ? path : slash + 1;
}

// The first error is kept: those that follow are its consequences.
static void record(const char *reason, const char *file, int line, int code) {
  if (recorded.code != 0) return;
  recorded.code = code == 0 ? GSL_EFAILED : code;
  recorded.line = line;
  copy_text(recorded.reason, sizeof recorded.reason, reason);
  copy_text(recorded.file, sizeof recorded.file, last_component(file));
}

void streams_install_error_handler(void) { gsl_set_error_handler(&record); }

int streams_take_error(streams_gsl_error *error) {
  *error = recorded;
  recorded.code = 0;
  return error->code;
}
