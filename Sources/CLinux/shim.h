// Calls of Linux that Glibc's module leaves out.
#include <sys/vfs.h>

// Declared by <unistd.h> only with _GNU_SOURCE.
extern int syncfs(int descriptor);

// Declared by <stdio.h> only with _GNU_SOURCE, as is the flag, which <linux/fs.h> has too.
extern int renameat2(int folder, const char *name, int other_folder, const char *other, unsigned int flags);
static const unsigned int rename_only_to_free_name = 1;

// The kind of the file system of an open file or folder (statfs(2)), or -1 with `errno` set.
static inline long file_system_kind(int descriptor) {
    struct statfs status;
    return fstatfs(descriptor, &status) == 0 ? (long)status.f_type : -1;
}
