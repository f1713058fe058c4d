// The C++ runtime of Debian 12 refers to `arc4random`, which glibc has since 2.36 and Ubuntu 22.04 does not. With this one, an executable
// that contains that runtime runs on both.
#ifdef __linux__

#include <stdint.h>
#include <stdlib.h>
#include <sys/random.h>

uint32_t arc4random(void) {
    uint32_t number;
    if (getrandom(&number, sizeof number, 0) != sizeof number) abort();
    return number;
}

#endif
