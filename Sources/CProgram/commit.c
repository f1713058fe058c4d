#include "CProgram.h"

// script/release writes the commit into this section of the finished program. So a commit needs no new compilation, and other builds
// do not depend on it.
#ifdef __APPLE__
#define COMMIT_SECTION "__DATA,__commit"
#else
#define COMMIT_SECTION ".knowhow_commit"
#endif

__attribute__((section(COMMIT_SECTION), used)) static volatile char commit[48] = {1};

const char *cprogram_commit(void) {
    return commit[0] == 1 ? "" : (const char *)commit;
}
