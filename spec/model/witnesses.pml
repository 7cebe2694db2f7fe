/* One strand, its N witnesses and a deadline D. F of them lie; a tree counts with Q cosignatures.

   Trees of the strand: 0 without an act, 1 with it (1 extends 0), 2 another history (2 extends 0,
   neither of 1 and 2 extends the other). An honest witness signs only what extends the tree that it
   signed last, and never dates a signature before one that it gave earlier. Its clock is its own: it
   passes D when it likes, whatever the others' clocks say. A liar signs anything, with any date.

   -DN -DF -DQ choose the size. */
#ifndef N
#define N 4
#endif
#ifndef F
#define F 1
#endif
#ifndef Q
#define Q 3
#endif

bool past[N];   /* its clock passed D */
byte last[N];   /* the tree that it signed last */
bool early1[N]; /* signed tree 1, dated before D */
bool late0[N];  /* signed tree 0, dated at D or after */
bool any1[N];
bool any2[N];
byte in_time, missing, ones, twos;

#define IS_HONEST(w) (w >= F)

/* What the two lemmas of strand.md section 6 forbid. */
inline check() {
  /* An act in a tree that a quorum dated before D is absent from no tree that a quorum dated later. */
  assert(!(in_time >= Q && missing >= Q));
  /* Two histories do not both count. */
  assert(!(ones >= Q && twos >= Q))
}

inline sign1(w) {
  if
  :: !any1[w] -> any1[w] = true; ones++
  :: else
  fi
}

proctype honest(byte w) {
  do
  :: atomic { !past[w] -> past[w] = true }
  :: atomic { last[w] != 2 && !past[w] && !early1[w] ->
       last[w] = 1; early1[w] = true; in_time++; sign1(w); check() }
  :: atomic { last[w] != 2 && past[w] && !any1[w] -> last[w] = 1; sign1(w); check() }
  :: atomic { last[w] == 0 && past[w] && !late0[w] -> late0[w] = true; missing++; check() }
  :: atomic { last[w] != 1 && !any2[w] -> last[w] = 2; any2[w] = true; twos++; check() }
  :: break
  od
}

proctype liar(byte w) {
  do
  :: atomic { !early1[w] -> early1[w] = true; in_time++; sign1(w); check() }
  :: atomic { !late0[w] -> late0[w] = true; missing++; check() }
  :: atomic { !any2[w] -> any2[w] = true; twos++; check() }
  :: break
  od
}

init {
  byte w;
  atomic {
    for (w : 0 .. N - 1) {
      if
      :: IS_HONEST(w) -> run honest(w)
      :: else -> run liar(w)
      fi
    }
  }
}
