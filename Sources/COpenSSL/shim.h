#ifndef KNOWHOW_COPENSSL_SHIM_H
#define KNOWHOW_COPENSSL_SHIM_H

#include <openssl/evp.h>

#endif
