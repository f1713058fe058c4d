// Calls of Linux that Glibc's module leaves out.
#include <sys/vfs.h>

// Declared by <unistd.h> only with _GNU_SOURCE.
extern int syncfs(int descriptor);

// The kind of the file system of an open file or folder (statfs(2)), or -1 with `errno` set.
static inline long file_system_kind(int descriptor) {
    struct statfs status;
    return fstatfs(descriptor, &status) == 0 ? (long)status.f_type : -1;
}
