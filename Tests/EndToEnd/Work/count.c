/* Counts what a program asks of the C library, libcmark and the system, and says so in a file when it ends.
 *
 *     clang -O2 -shared -fPIC count.c -o count.so -ldl
 *     COUNTS=FILE LD_PRELOAD=count.so program …
 *
 * FILE gets lines of a name and a number. For Linux with glibc. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

extern void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t), *__libc_realloc(void *, size_t);

enum { allocations, parses, opens, writes, kinds };
static const char *const names[kinds] = {"allocations", "parses", "opens", "writes"};
static long counts[kinds];

static void count(int kind) { __atomic_fetch_add(&counts[kind], 1, __ATOMIC_RELAXED); }

void *malloc(size_t size) {
    count(allocations);
    return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
    count(allocations);
    return __libc_calloc(number, size);
}

void *realloc(void *old, size_t size) {
    count(allocations);
    return __libc_realloc(old, size);
}

void *cmark_parser_finish(void *parser) {
    void *(*next)(void *) = dlsym(RTLD_NEXT, "cmark_parser_finish");
    count(parses);
    return next(parser);
}

ssize_t write(int file, const void *bytes, size_t size) {
    ssize_t (*next)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
    count(writes);
    return next(file, bytes, size);
}

#define OPEN(name, parameters, arguments)                                    \
    int name parameters {                                                    \
        va_list rest;                                                        \
        va_start(rest, flags);                                               \
        mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; \
        va_end(rest);                                                        \
        int(*next) parameters = (int(*) parameters)dlsym(RTLD_NEXT, #name);  \
        count(opens);                                                        \
        return next arguments;                                               \
    }

OPEN(open, (const char *path, int flags, ...), (path, flags, mode))
OPEN(openat, (int folder, const char *path, int flags, ...), (folder, path, flags, mode))

__attribute__((destructor)) static void tell(void) {
    const char *path = getenv("COUNTS");
    FILE *file = path ? fopen(path, "w") : NULL;
    if (!file) return;
    for (int kind = 0; kind < kinds; kind++) fprintf(file, "%s %ld\n", names[kind], counts[kind]);
    fclose(file);
}
