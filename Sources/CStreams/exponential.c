#include "CStreams.h"
#include <string.h>

// Many exponential spans at once. The work is the same for each lane, so it is written on vectors of eight, which the
// compiler turns into the instructions that the machine has. Nothing here depends on that choice: what a lane gives is
// either the one right whole number, or -1.

typedef uint64_t lanes __attribute__((vector_size(64)));
typedef int64_t signed_lanes __attribute__((vector_size(64)));
typedef double double_lanes __attribute__((vector_size(64)));

#if defined(__x86_64__) && defined(__clang__)
#define FOR_EACH_MACHINE __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define FOR_EACH_MACHINE
#endif

// The natural logarithm of numbers in (0, 1), with a relative error below 2^-49.
//
// x = 2^e m with m in [sqrt(1/2), sqrt(2)); s = (m - 1) / (m + 1); log x = e log 2 + 2 (s + s^3/3 + s^5/5 + ...), the
// series of the inverse hyperbolic tangent. |s| < 0.1716, so that the first term left out is below 2^-54 of the sum.
// In place, because vectors as parameters would tie the code to one machine's calling convention.
static inline __attribute__((always_inline)) void take_logarithms(double_lanes *numbers) {
  double_lanes x = *numbers;
  const uint64_t root = 0x3FE6A09E667F3BCD;  // sqrt(1/2)
  lanes bits = (lanes)x;
  signed_lanes exponent = (signed_lanes)(bits - root) >> 52;
  double_lanes m = (double_lanes)(bits - ((lanes)exponent << 52));
  // A small whole number as a double, by way of the bits of 2^52 + 2^51.
  double_lanes e = (double_lanes)(exponent + 0x4338000000000000) - 0x1.8p52;
  double_lanes f = m - 1;
  double_lanes s = f / (2 + f);
  double_lanes z = s * s;
  double_lanes tail = 1.0 / 19 + z * (1.0 / 21);
  tail = 1.0 / 17 + z * tail;
  tail = 1.0 / 15 + z * tail;
  tail = 1.0 / 13 + z * tail;
  tail = 1.0 / 11 + z * tail;
  tail = 1.0 / 9 + z * tail;
  tail = 1.0 / 7 + z * tail;
  tail = 1.0 / 5 + z * tail;
  tail = 1.0 / 3 + z * tail;
  *numbers = e * 0x1.62e42fefa39efp-1 + 2 * (s + s * z * tail);
}

FOR_EACH_MACHINE
void streams_exponential_ticks(uint64_t key, uint64_t first, uint32_t occurrence, uint64_t complement, double mean,
                               int64_t *ticks, int count) {
  const lanes low = (lanes){} + 0xFFFFFFFFu;
  for (int start = 0; start < count; start += 8) {
    lanes number = (lanes){0, 1, 2, 3, 4, 5, 6, 7} + (first + (uint64_t)start);
    lanes c0 = number & low, c1 = number >> 32, c2 = (lanes){} + occurrence, c3 = (lanes){};
    uint32_t k0 = (uint32_t)key, k1 = (uint32_t)(key >> 32);
    for (int round = 0; round < 10; round++) {
      lanes p0 = c0 * 0xD2511F53u;
      lanes p1 = c2 * 0xCD9E8D57u;
      c0 = (p1 >> 32) ^ c1 ^ k0;
      c2 = (p0 >> 32) ^ c3 ^ k1;
      c1 = p1 & low;
      c3 = p0 & low;
      k0 += 0x9E3779B9u;
      k1 += 0xBB67AE85u;
    }
    lanes bits = (c1 << 32 | c0) ^ complement;
    // 1 - u for the u of streams_uniform, exactly: v = 1 + the upper 52 bits, and u ends with one bit more, which is 1.
    double_lanes v = (double_lanes)(bits >> 12 | 0x3FF0000000000000);
    double_lanes real = (2 - v) - 0x1p-53;
    take_logarithms(&real);
    real *= -mean;
    double_lanes nearest = (real + 0x1.8p52) - 0x1.8p52;
    double_lanes off = real - nearest;
    off = (double_lanes)((lanes)off & 0x7FFFFFFFFFFFFFFF);
    // Close to the middle between two ticks, or far out where there is no room for doubt, the lane gives -1.
    signed_lanes certain = off < 0.5 - real * 0x1p-46;
    lanes whole = (lanes)(nearest + 0x1.8p52) - 0x4338000000000000;
    signed_lanes result = ((signed_lanes)whole & certain) | ~certain;
    int lanes_left = count - start < 8 ? count - start : 8;
    memcpy(ticks + start, &result, (size_t)lanes_left * sizeof(int64_t));
  }
}
