#include "pango_cairo.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

const PangoCairo *pango_cairo_load(const char *library, char **reason) {
    *reason = NULL;
    void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
    if (!handle) {
        const char *error = dlerror();
        *reason = strdup(error ? error : library);
        return NULL;
    }
    PangoCairo *found = calloc(1, sizeof *found);
    const char *missing = found ? NULL : "memory";
    // A search by way of the handle also looks in the libraries that this one depends on.
#define PANGO_CAIRO_FIND(result, name, parameters) \
    if (!missing) { \
        void *address = dlsym(handle, #name); \
        memcpy(&found->name, &address, sizeof address); \
        if (!address) missing = #name; \
    }
    PANGO_CAIRO_FUNCTIONS(PANGO_CAIRO_FIND)
#undef PANGO_CAIRO_FIND
    if (missing) {
        *reason = strdup(missing);
        free(found);
        dlclose(handle);
        return NULL;
    }
    return found;
}
