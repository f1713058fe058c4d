#ifndef KNOWHOW_CZLIB_SHIM_H
#define KNOWHOW_CZLIB_SHIM_H

#include <zlib.h>

#endif
