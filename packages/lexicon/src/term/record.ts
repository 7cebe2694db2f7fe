import { c2sp, rfc } from '../source.ts'
import type { Entry } from '../term.ts'

/** How acts are kept so that anyone can check them. */
export const records = {
  case: {
    label: { en: 'Case', es: 'Caso' },
    definition: {
      en: 'One charter and one strand for each of its parties.',
      es: 'Una carta y una hebra por cada una de sus partes.',
    },
    source: 'none',
    status: 'proposed',
    related: ['charter', 'strand'],
  },
  'root-case': {
    label: { en: 'Root case', es: 'Caso raíz' },
    definition: {
      en: 'The coalition itself as a case, in which its parties keep their keys. Other cases name it as their parent.',
      es: 'La propia coalición como caso, en el que sus partes guardan sus claves. Los demás casos lo nombran como superior.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'case',
    related: ['keys-add'],
  },
  strand: {
    label: { en: 'Strand', es: 'Hebra' },
    definition: {
      en: 'One party’s append-only log of its own acts in one case.',
      es: 'El registro de solo adición de los actos propios de una parte en un caso.',
    },
    source: 'none',
    status: 'proposed',
    related: ['act', 'checkpoint'],
  },
  pouch: {
    label: { en: 'Pouch', es: 'Valija' },
    definition: {
      en: 'A file in which strands and cosignatures are carried to the node of another party to which no network leads. It is proved like what comes over a wire.',
      es: 'Un archivo en el que se llevan hebras y cofirmas al nodo de otra parte al que no llega ninguna red. Se prueba como lo que llega por la red.',
    },
    source: 'none',
    status: 'proposed',
    related: ['strand', 'cosignature'],
  },
  timestamp: {
    label: { en: 'Timestamp', es: 'Sello de tiempo' },
    definition: {
      en: 'What an authority outside the case attests of a cut: that it existed at a time. It decides nothing; only witnesses’ times do.',
      es: 'Lo que una autoridad ajena al caso atestigua de un corte: que existía en un momento. No decide nada; solo deciden los tiempos de los testigos.',
    },
    source: rfc(3161),
    status: 'proposed',
    related: ['cut', 'member-bundle'],
  },
  cut: {
    label: { en: 'Cut', es: 'Corte' },
    definition: {
      en: 'One size for each strand: exactly what was known. Every view is computed from a cut.',
      es: 'Un tamaño por cada hebra: exactamente lo que se sabía. Toda vista se calcula a partir de un corte.',
    },
    source: 'none',
    status: 'proposed',
    related: ['strand', 'standing'],
  },
  entry: {
    label: { en: 'Entry', es: 'Asiento' },
    definition: {
      en: 'One act as its strand keeps it: the bytes of its signed envelope.',
      es: 'Un acto tal como lo guarda su hebra: los bytes de su sobre firmado.',
    },
    source: c2sp('tlog-tiles.md'),
    status: 'proposed',
    related: ['act', 'strand'],
  },
  'root-hash': {
    label: { en: 'Root hash', es: 'Resumen raíz' },
    definition: {
      en: 'The hash over all entries of a strand up to a size: one changed byte changes it.',
      es: 'El resumen criptográfico de todos los asientos de una hebra hasta un tamaño: un solo byte cambiado lo cambia.',
    },
    source: rfc(6962),
    status: 'proposed',
    related: ['checkpoint'],
  },
  origin: {
    label: { en: 'Origin', es: 'Origen' },
    definition: {
      en: 'A strand’s name, fixed in the charter.',
      es: 'El nombre de una hebra, fijado en la carta.',
    },
    source: c2sp('tlog-checkpoint.md'),
    status: 'proposed',
    related: ['strand'],
  },
  checkpoint: {
    label: { en: 'Checkpoint', es: 'Punto de control' },
    definition: {
      en: 'A strand’s signed word on its origin, size and root hash.',
      es: 'La palabra firmada de una hebra sobre su origen, su tamaño y su resumen raíz.',
    },
    source: c2sp('tlog-checkpoint.md'),
    status: 'proposed',
    related: ['strand', 'root-hash'],
  },
  witness: {
    label: { en: 'Witness', es: 'Testigo' },
    definition: {
      en: 'Who cosigns checkpoints after checking that a strand only grew.',
      es: 'Quien cofirma puntos de control tras comprobar que una hebra solo ha crecido.',
    },
    source: c2sp('tlog-witness.md'),
    status: 'proposed',
    related: ['cosignature', 'quorum'],
  },
  cosignature: {
    label: { en: 'Cosignature', es: 'Cofirma' },
    definition: {
      en: 'A witness’s signature on a checkpoint, with its time.',
      es: 'La firma de un testigo sobre un punto de control, con su hora.',
    },
    source: c2sp('tlog-cosignature.md'),
    status: 'proposed',
    related: ['witness', 'checkpoint'],
  },
  quorum: {
    label: { en: 'Quorum', es: 'Quórum' },
    definition: {
      en: 'How many witnesses must have cosigned a tree before it counts: so many that two such groups always share an honest one.',
      es: 'Cuántos testigos deben haber cofirmado un árbol para que cuente: tantos que dos grupos así siempre comparten uno honesto.',
    },
    source: 'none',
    status: 'proposed',
    related: ['witness'],
  },
  final: {
    label: { en: 'Final', es: 'Firme' },
    definition: {
      en: 'In a tree that the quorum of witnesses cosigned. Only final acts enter a cut.',
      es: 'Incluido en un árbol que el quórum de testigos cofirmó. Solo los actos firmes entran en un corte.',
    },
    source: 'none',
    status: 'proposed',
    related: ['quorum', 'cut'],
  },
  fork: {
    label: { en: 'Fork', es: 'Bifurcación' },
    definition: {
      en: 'Two signed checkpoints of one strand of which neither continues the other: proof that it showed two histories.',
      es: 'Dos puntos de control firmados de una hebra de los que ninguno continúa al otro: prueba de que mostró dos historias.',
    },
    source: 'none',
    status: 'proposed',
    related: ['checkpoint', 'witness'],
  },
  'inclusion-proof': {
    label: { en: 'Inclusion proof', es: 'Prueba de inclusión' },
    definition: {
      en: 'The hashes that show an entry to be in a tree.',
      es: 'Los resúmenes que muestran que un asiento está en un árbol.',
    },
    source: rfc(6962),
    status: 'proposed',
    related: ['entry', 'root-hash'],
  },
  'consistency-proof': {
    label: { en: 'Consistency proof', es: 'Prueba de consistencia' },
    definition: {
      en: 'The hashes that show a larger tree to begin with a smaller one.',
      es: 'Los resúmenes que muestran que un árbol mayor empieza con otro menor.',
    },
    source: rfc(6962),
    status: 'proposed',
    related: ['checkpoint', 'root-hash'],
  },
  'member-bundle': {
    label: { en: 'Member bundle', es: 'Paquete de miembro' },
    definition: {
      en: 'All strands of a case in one file, for its parties only. It proves what was said and what was not, offline.',
      es: 'Todas las hebras de un caso en un archivo, solo para sus partes. Prueba sin conexión lo que se dijo y lo que no.',
    },
    source: 'none',
    status: 'proposed',
    related: ['case', 'strand'],
  },
  void: {
    label: { en: 'Void', es: 'Nulo' },
    definition: {
      en: 'Of an act: kept and shown, and counting for nothing, with the reason.',
      es: 'Dicho de un acto: conservado y mostrado, sin contar para nada, con el motivo.',
    },
    source: 'none',
    status: 'proposed',
    related: ['act'],
  },
  exercise: {
    label: { en: 'Exercise', es: 'Ejercicio' },
    definition: {
      en: 'Said of a case in which everything is practice, shown above every page.',
      es: 'Dicho de un caso en el que todo es práctica, mostrado sobre cada página.',
    },
    source: 'none',
    status: 'proposed',
    related: ['case'],
  },
} as const satisfies Readonly<Record<string, Entry>>
