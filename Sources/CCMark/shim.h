// libcmark, and the two C headers whose functions its callers need: `free` for
// the strings that it returns, `memchr` and `strlen` to read them.
#include <stdlib.h>
#include <string.h>
#include <cmark.h>
