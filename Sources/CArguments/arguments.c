#include "arguments.h"

#include <stddef.h>

#if defined(__linux__)
#include <features.h>
#endif

static int count;
static char *const *arguments;

// The loaders of glibc and of macOS hand the arguments of `main` to what runs before it.
#if defined(__GLIBC__) || defined(__APPLE__)
__attribute__((constructor)) static void keep(int argc, char *const *argv) {
    count = argc;
    arguments = argv;
}
#endif

int process_argument_count(void) { return count; }
char *const *process_arguments(void) { return arguments; }
