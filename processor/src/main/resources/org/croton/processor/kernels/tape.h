// Memory for tapes, which grow while a loop runs.

#include <stdint.h>
#include <stdlib.h>

// Room for the entry at index at least, with the old entries; null if there is none, and the old
// memory stays as it is. Doubling keeps the cost of an entry constant.
static inline void *cr_grown(void *old, int64_t *room, int64_t index, int64_t entry) {
  int64_t entries = *room < 32 ? 64 : *room * 2;
  if (entries <= index) {
    entries = index + 1;
  }
  if (entry < 1) {
    entry = 1;
  }
  if (entries > INT64_MAX / 4 / entry) {
    return 0;
  }
  void *grown = realloc(old, (size_t)(entries * entry));
  if (grown) {
    *room = entries;
  }
  return grown;
}
