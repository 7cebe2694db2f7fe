/* witnesses.pml with the honest witnesses counted instead of named: they are alike, so what matters is
   how many are in which state. The F liars have signed everything from the start; that is the worst
   they can do, since no signature is ever taken back. So a coalition of 27 is checked whole.

   -DN -DF -DQ choose the size. tools/model.ts runs both models and compares their verdicts. */
#ifndef N
#define N 27
#endif
#ifndef F
#define F 8
#endif
#ifndef Q
#define Q 18
#endif

byte fresh = N - F;  /* clock before D, nothing signed but tree 0 */
byte ripe;           /* clock past D, nothing signed but tree 0, and that before D */
byte stale;          /* signed tree 0, dated at D or after */
byte early1;         /* signed tree 1, dated before D */
byte late1;          /* signed tree 1 at D or after, never tree 0 then */
byte stale1;         /* signed tree 0 at D or after, then tree 1 */
byte other;          /* signed tree 2, never tree 0 at D or after */
byte stale_other;    /* signed tree 0 at D or after, then tree 2 */

inline check() {
  assert(!(F + early1 >= Q && F + stale + stale1 + stale_other >= Q));
  assert(!(F + early1 + late1 + stale1 >= Q && F + other + stale_other >= Q))
}

active proctype strand() {
  do
  :: atomic { fresh > 0 -> fresh--; ripe++ }
  :: atomic { fresh > 0 -> fresh--; early1++; check() }
  :: atomic { fresh > 0 -> fresh--; other++; check() }
  :: atomic { ripe > 0 -> ripe--; stale++; check() }
  :: atomic { ripe > 0 -> ripe--; late1++; check() }
  :: atomic { ripe > 0 -> ripe--; other++; check() }
  :: atomic { stale > 0 -> stale--; stale1++; check() }
  :: atomic { stale > 0 -> stale--; stale_other++; check() }
  :: break
  od
}
