#include "CStreams.h"

typedef struct {
  uint32_t key[2];
  uint32_t counter[4];
  uint32_t block[4];
  uint32_t position;
  uint32_t complement;
} philox_state;

static void philox_place(philox_state *state, uint64_t key, uint64_t number, uint32_t occurrence,
                         int complement) {
  state->key[0] = (uint32_t)key;
  state->key[1] = (uint32_t)(key >> 32);
  state->counter[0] = (uint32_t)number;
  state->counter[1] = (uint32_t)(number >> 32);
  state->counter[2] = occurrence;
  state->counter[3] = 0;
  state->position = 4;
  state->complement = complement ? 0xFFFFFFFFu : 0;
}

static void philox_set(void *opaque, unsigned long seed) { philox_place(opaque, seed, 0, 0, 0); }

// The index of the block wraps after 2^32 blocks; it never runs over into the occurrence.
static unsigned long philox_get(void *opaque) {
  philox_state *state = opaque;
  if (state->position == 4) {
    streams_block block = streams_philox_block((uint64_t)state->key[1] << 32 | state->key[0],
                                               (uint64_t)state->counter[1] << 32 | state->counter[0],
                                               state->counter[2], state->counter[3]);
    state->block[0] = (uint32_t)block.first;
    state->block[1] = (uint32_t)(block.first >> 32);
    state->block[2] = (uint32_t)block.second;
    state->block[3] = (uint32_t)(block.second >> 32);
    state->counter[3]++;
    state->position = 0;
  }
  return state->block[state->position++] ^ state->complement;
}

// Complemented words give exactly 1 - u: see streams_uniform.
static double philox_get_double(void *opaque) {
  uint64_t low = philox_get(opaque);
  uint64_t high = philox_get(opaque);
  return streams_uniform(high << 32 | low);
}

static const gsl_rng_type philox_type = {
    "philox4x32-10", 0xFFFFFFFFul, 0, sizeof(philox_state), &philox_set, &philox_get, &philox_get_double};

const gsl_rng_type *streams_philox_type(void) { return &philox_type; }

const gsl_rng_type *streams_mersenne_twister_type(void) { return gsl_rng_mt19937; }

void streams_philox_place(gsl_rng *generator, uint64_t key, uint64_t number, uint32_t occurrence,
                          int complement) {
  philox_place(generator->state, key, number, occurrence, complement);
}
