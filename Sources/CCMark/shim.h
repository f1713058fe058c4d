#include <cmark.h>
#include <pthread.h>
#include <string.h>

/// Returns the length of a node's text in bytes.
static inline size_t ccmark_length(const char *text) {
    return strlen(text);
}
