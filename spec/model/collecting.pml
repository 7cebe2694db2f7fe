/* Whether an instant can be collected while strands grow. Two strands, N witnesses of which F give nothing;
   Q cosignatures of a whole cut, and Q once more, show that all its trees were current at one instant.

   A witness vouches for a cut where each of its trees is the last that it knows of its strand. It learns of
   a longer one from its author, at any moment, also between two questions; of one that the quorum knows also
   from whoever collects. Whoever collects takes the trees that the quorum knows, asks each witness once, and
   then each once more; where a round falls short it starts over.

   -DN -DF -DQ choose the size, -DG how often the strands grow in all. Two things that no rule excludes:
   -DENDLESS  a strand grows again whenever it likes, for ever;
   -DWITHHELD an author shows an act to some witnesses, and to the others never. */
#ifndef N
#define N 4
#endif
#ifndef F
#define F 1
#endif
#ifndef Q
#define Q 3
#endif
#ifndef G
#define G 2
#endif
#define HONEST (N - F)
#define OF(w, s) known[2 * (w) + s]

byte logged[2];         /* how long its author made the strand */
byte known[2 * HONEST]; /* how long it is for a witness */
byte grown;
byte late;              /* witnesses that do not know the whole of the strand that grows for ever */
bool done;

active proctype strands() {
  do
#ifdef ENDLESS
  /* Counted in a circle, so that for ever is finite. */
  :: atomic { !done && late == 0 -> logged[0] = (logged[0] + 1) % 3; late = HONEST }
#else
  :: atomic { !done && grown < G -> grown++; logged[0]++ }
  :: atomic { !done && grown < G -> grown++; logged[1]++ }
#endif
  :: break
  od
}

/* What authors show to one witness, act by act. */
proctype shown(byte w) {
  do
#ifdef ENDLESS
  :: atomic { !done && OF(w, 0) != logged[0] -> OF(w, 0) = logged[0]; late-- }
#else
  :: atomic { !done && OF(w, 0) < logged[0] -> OF(w, 0)++ }
  :: atomic { !done && OF(w, 1) < logged[1] -> OF(w, 1)++ }
#endif
#ifdef WITHHELD
  :: break
#endif
  :: done -> break
  od
}

/* The longest tree of a strand that the quorum knows; counted in a circle, the one that it knows last. */
inline final(s, tree) {
  tree = 0;
  for (size : 0 .. G) {
    many = 0;
    for (one : 0 .. HONEST - 1) {
#ifdef ENDLESS
      many = many + (OF(one, s) == size)
#else
      many = many + (OF(one, s) >= size)
#endif
    }
    if
    :: many >= Q -> tree = size
    :: else
    fi
  }
}

inline round() {
  yes = 0;
  w = 0;
  do
  :: w < HONEST ->
     atomic {
       if
       :: OF(w, 0) == cut[0] && OF(w, 1) == cut[1] -> yes++
#ifndef ENDLESS
       :: else ->
          if
          :: OF(w, 0) <= cut[0] && OF(w, 1) <= cut[1] ->
             OF(w, 0) = cut[0]; OF(w, 1) = cut[1]; yes++
          :: else
          fi
#else
       :: else
#endif
       fi;
       w++
     }
  :: else -> break
  od
}

proctype collector() {
  byte w, yes, one, many, size;
  byte cut[2];
attempt:
  atomic { final(0, cut[0]); final(1, cut[1]); one = 0; many = 0; size = 0 }
  round();
  if
  :: yes < Q -> goto attempt
  :: else
  fi;
  round();
  if
  :: yes < Q -> goto attempt
  :: else -> done = true
  fi
}

init {
  byte w;
  atomic {
    for (w : 0 .. HONEST - 1) { run shown(w) }
    run collector()
  }
}

/* Where every process goes on that can. */
ltl collected { <> done }
