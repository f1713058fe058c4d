// Stands between a program and the system's calls that change a file system, to let one of them go wrong.
//
//   INTERPOSE_MODE   one of these, or slow with another, as in slow,full
//                    kill   the process is killed at the call, a write half done
//                    fail   the call fails with EIO, once
//                    full   it and all that follow and need room fail with ENOSPC
//                    slow   every call takes a hundredth of a second
//                    run    INTERPOSE_COMMAND is run before the call, in a shell
//   INTERPOSE_AT     the number of the call, counted from 1
//   INTERPOSE_ONLY   the name of a call; the others are not counted
//   INTERPOSE_REFUSE what renameat2 always sets errno to, as the file system would: EXDEV for two folders, EACCES for a folder,
//                    EINVAL
//   INTERPOSE_LOG    a file that gets a line with the number of calls when the process exits
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define REAL(result, name, ...) ((result(*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name))

static atomic_int calls;

static int is_mode(const char *mode) {
    const char *asked = getenv("INTERPOSE_MODE");
    return asked && strstr(asked, mode);
}

// Whether the call must fail; `half` is run before the process is killed.
static int fails_at(const char *call, int needs_room, void (*half)(void *), void *context) {
    const char *only = getenv("INTERPOSE_ONLY");
    if (only && strcmp(only, call)) return 0;
    int number = atomic_fetch_add(&calls, 1) + 1;
    const char *at = getenv("INTERPOSE_AT");
    if (is_mode("slow")) usleep(10000);
    if (!at) return 0;
    if (is_mode("kill") && number == atoi(at)) {
        if (half) half(context);
        kill(getpid(), SIGKILL);
    }
    if (is_mode("run") && number == atoi(at)) {
        unsetenv("LD_PRELOAD");
        if (system(getenv("INTERPOSE_COMMAND"))) abort();
    }
    if (is_mode("fail") && number == atoi(at)) {
        errno = EIO;
        return 1;
    }
    if (is_mode("full") && needs_room && number >= atoi(at)) {
        errno = ENOSPC;
        return 1;
    }
    return 0;
}

#define fails(needs_room, half, context) fails_at(__func__, needs_room, half, context)

__attribute__((destructor)) static void log_calls(void) {
    const char *path = getenv("INTERPOSE_LOG");
    FILE *file = path ? fopen(path, "w") : NULL;
    if (!file) return;
    fprintf(file, "%d\n", atomic_load(&calls));
    fclose(file);
}

struct piece {
    int descriptor;
    const void *bytes;
    size_t count;
};

static void write_half(void *context) {
    struct piece *piece = context;
    REAL(ssize_t, write, int, const void *, size_t)(piece->descriptor, piece->bytes, piece->count / 2);
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
    struct piece piece = {descriptor, bytes, count};
    if (descriptor > 2 && fails(1, write_half, &piece)) return -1;
    return REAL(ssize_t, write, int, const void *, size_t)(descriptor, bytes, count);
}

int openat(int folder, const char *path, int flags, ...) {
    mode_t mode = 0;
    if (flags & O_CREAT) {
        va_list arguments;
        va_start(arguments, flags);
        mode = va_arg(arguments, mode_t);
        va_end(arguments);
        if (fails(1, NULL, NULL)) return -1;
    }
    return REAL(int, openat, int, const char *, int, ...)(folder, path, flags, mode);
}

int mkdir(const char *path, mode_t mode) {
    return fails(1, NULL, NULL) ? -1 : REAL(int, mkdir, const char *, mode_t)(path, mode);
}

int mkdirat(int folder, const char *path, mode_t mode) {
    return fails(1, NULL, NULL) ? -1 : REAL(int, mkdirat, int, const char *, mode_t)(folder, path, mode);
}

int linkat(int from, const char *old, int to, const char *new, int flags) {
    return fails(1, NULL, NULL) ? -1 : REAL(int, linkat, int, const char *, int, const char *, int)(from, old, to, new, flags);
}

int renameat(int from, const char *old, int to, const char *new) {
    return fails(0, NULL, NULL) ? -1 : REAL(int, renameat, int, const char *, int, const char *)(from, old, to, new);
}

// Whether the file system is one that cannot do this move.
static int refuses(int from, const char *old, int to) {
    const char *code = getenv("INTERPOSE_REFUSE");
    struct stat status;
    if (!code) return 0;
    errno = !strcmp(code, "EXDEV") ? EXDEV : !strcmp(code, "EACCES") ? EACCES : EINVAL;
    if (errno == EXDEV) return from != to;
    if (errno == EACCES) return fstatat(from, old, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(status.st_mode) && (errno = EACCES);
    return 1;
}

int renameat2(int from, const char *old, int to, const char *new, unsigned int flags) {
    if (fails(0, NULL, NULL) || refuses(from, old, to)) return -1;
    return REAL(int, renameat2, int, const char *, int, const char *, unsigned int)(from, old, to, new, flags);
}

int unlinkat(int folder, const char *path, int flags) {
    return fails(0, NULL, NULL) ? -1 : REAL(int, unlinkat, int, const char *, int)(folder, path, flags);
}
