#include "CProgram.h"

// Swift reads the arguments from /proc, which a bare system may not have. glibc gives them to constructors, too.
static int count = 0;
static char **values = 0;

#ifdef __linux__
#include <features.h>
#endif

#ifdef __GLIBC__
__attribute__((constructor)) static void keep_arguments(int argc, char **argv) {
    count = argc;
    values = argv;
}
#endif

const char *cprogram_argument(int index) {
    return index < count ? values[index] : 0;
}
