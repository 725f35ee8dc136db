// The counter-based generator of the project and the two accessors that Swift needs for GSL.
//
// Philox4x32-10: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel random numbers: as easy as 1, 2, 3",
// SC 2011, doi:10.1145/2063384.2063405. Ten rounds; 64-bit key; 128-bit counter; 128 bits out.

#ifndef CSTREAMS_H
#define CSTREAMS_H

#include <gsl/gsl_rng.h>
#include <stdint.h>

/// One block of Philox output as two 64-bit words, each with its lower 32-bit word first.
typedef struct {
  uint64_t first;
  uint64_t second;
} streams_block;

/// The block at a counter, whose four 32-bit words are: number (low, high), occurrence, index.
static inline streams_block streams_philox_block(uint64_t key, uint64_t number, uint32_t occurrence,
                                                 uint32_t index) {
  uint32_t k0 = (uint32_t)key, k1 = (uint32_t)(key >> 32);
  uint32_t c0 = (uint32_t)number, c1 = (uint32_t)(number >> 32), c2 = occurrence, c3 = index;
  for (int round = 0; round < 10; round++) {
    uint64_t p0 = (uint64_t)0xD2511F53u * c0;
    uint64_t p1 = (uint64_t)0xCD9E8D57u * c2;
    uint32_t n0 = (uint32_t)(p1 >> 32) ^ c1 ^ k0;
    uint32_t n2 = (uint32_t)(p0 >> 32) ^ c3 ^ k1;
    c1 = (uint32_t)p1;
    c3 = (uint32_t)p0;
    c0 = n0;
    c2 = n2;
    k0 += 0x9E3779B9u;
    k1 += 0xBB67AE85u;
  }
  streams_block block = {(uint64_t)c1 << 32 | c0, (uint64_t)c3 << 32 | c2};
  return block;
}

/// A uniform in (0, 1) from 64 bits: the upper 53 with the lowest of them set, so that 1 - u is exact.
static inline double streams_uniform(uint64_t bits) { return (double)((bits >> 11) | 1u) * 0x1p-53; }

/// The first exponential variates of successive numbers at one occurrence, as whole ticks rounded to the nearest.
///
/// `mean` is in ticks. Where the nearest tick is not certain (a rare variate close to the middle between two), the
/// entry is -1 and must be drawn by itself; everywhere else it is what rounding mean * -log1p(-u) gives, as long as
/// that is computed with a relative error below 2^-47.
void streams_exponential_ticks(uint64_t key, uint64_t first, uint32_t occurrence, uint64_t complement, double mean,
                               int64_t *_Nonnull ticks, int count);

/// Philox4x32-10 as a GSL generator: 32-bit words, `gsl_rng_set` sets the key and clears the counter.
const gsl_rng_type *_Nonnull streams_philox_type(void);

/// Places a generator of `streams_philox_type` at the first block of an address.
void streams_philox_place(gsl_rng *_Nonnull generator, uint64_t key, uint64_t number, uint32_t occurrence,
                          int complement);

/// GSL's MT19937 (Matsumoto and Nishimura 1998, doi:10.1145/272991.272995), the second, unrelated generator.
const gsl_rng_type *_Nonnull streams_mersenne_twister_type(void);

/// The next 64 bits of a generator that gives 32-bit words.
static inline uint64_t streams_next_bits(void *_Nonnull generator) {
  gsl_rng *rng = (gsl_rng *)generator;
  uint64_t low = (uint32_t)gsl_rng_get(rng);
  uint64_t high = (uint32_t)gsl_rng_get(rng);
  return high << 32 | low;
}

/// What GSL reported last on this thread; `code` is 0 where nothing was reported.
typedef struct {
  int code;
  int line;
  char reason[200];
  char file[60];
} streams_gsl_error;

/// Makes GSL record its errors, for each thread, where it would otherwise abort. Concerns the whole process.
void streams_install_error_handler(void);

/// Takes the first error recorded on this thread since the last call, and clears it. Returns its code, or 0.
int streams_take_error(streams_gsl_error *_Nonnull error);

#endif
