#include <cmark.h>
#include <string.h>

/// The length of a node's text in bytes.
static inline size_t ccmark_length(const char *text) {
    return strlen(text);
}
