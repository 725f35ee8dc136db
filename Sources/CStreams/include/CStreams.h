#ifndef CSTREAMS_H
#define CSTREAMS_H
#include <gsl/gsl_rng.h>
#endif
