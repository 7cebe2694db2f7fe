import type { InLanguages } from '@entente/lexicon'
import type { AlarmKind } from './api.ts'

type Words = {
  /** What was found; `{who}` is the party's name. */
  readonly says: InLanguages
  /** What to do next. */
  readonly next: InLanguages
}

const WORDS: Readonly<Record<AlarmKind, Words>> = {
  'two-histories': {
    says: {
      en: '{who}: its log signed two different histories of what {who} said.',
      es: '{who}: su registro firmó dos historias distintas de lo que dijo {who}.',
    },
    next: {
      en: 'Both signed notes are kept here and prove it to anyone. Rely on nothing new from it; on the case page, prepare the accusation and have it signed.',
      es: 'Las dos notas firmadas se guardan aquí y lo prueban ante cualquiera. No se fíe de nada nuevo suyo; en la página del caso, prepare la acusación y haga que la firmen.',
    },
  },
  accused: {
    says: {
      en: '{who}: it is proved on record that its log signed two histories; its strand is frozen from there.',
      es: '{who}: consta probado que su registro firmó dos historias; su hilo está congelado desde ese punto.',
    },
    next: {
      en: 'Ask {who} by another way what is true. What it says counts again in a case whose charter gives it another log key.',
      es: 'Pregunte a {who} por otra vía qué es lo cierto. Lo que diga vuelve a contar en un caso cuya carta le dé otra clave de registro.',
    },
  },
  'altered-strand': {
    says: {
      en: '{who}: its node serves other acts than those that were cosigned.',
      es: '{who}: su nodo entrega actos distintos de los que se cofirmaron.',
    },
    next: {
      en: 'This node keeps the acts as they were cosigned and refuses the others. Call {who}’s operators: their store was changed.',
      es: 'Este nodo conserva los actos tal como se cofirmaron y rechaza los otros. Llame a los operadores de {who}: su almacén fue cambiado.',
    },
  },
  'own-strand': {
    says: {
      en: 'This node’s own strand is not what it signed before: it was restored from a copy, changed, or runs twice.',
      es: 'El hilo propio de este nodo no es el que firmó antes: se restauró de una copia, se cambió o funciona dos veces.',
    },
    next: {
      en: 'Nothing is signed until it is level again. Make sure that only one node runs with these keys; what is missing comes back from the others.',
      es: 'No se firma nada hasta que esté al día. Compruebe que solo un nodo funciona con estas claves; lo que falta vuelve desde los demás.',
    },
  },
  'own-address': {
    says: {
      en: 'This nation’s own log signed that its node answers at an address that this node does not know of.',
      es: 'El registro de esta nación firmó que su nodo responde en una dirección que este nodo desconoce.',
    },
    next: {
      en: 'Unless this node was put back from a copy that is older than a move, somebody else has its log key: others may ask there instead of here. Say where this node answers with entente move, which takes the place of it, and find out who has the key.',
      es: 'Salvo que este nodo se haya restaurado de una copia anterior a un traslado, alguien más tiene la clave de su registro: puede que otros pregunten allí y no aquí. Diga dónde responde este nodo con entente move, que ocupa su lugar, y averigüe quién tiene la clave.',
    },
  },
  'forged-act': {
    says: {
      en: '{who}: an act stands in its strand that no authority of {who} signed.',
      es: '{who}: en su hilo hay un acto que ninguna autoridad de {who} firmó.',
    },
    next: {
      en: 'It counts for nothing. Tell {who} by another way: whoever runs its node, or its log key, put it there.',
      es: 'No cuenta para nada. Avise a {who} por otra vía: lo puso quien maneja su nodo o su clave de registro.',
    },
  },
  'revoked-key': {
    says: {
      en: '{who}: an act was signed with a key that {who} had revoked.',
      es: '{who}: un acto se firmó con una clave que {who} había revocado.',
    },
    next: {
      en: 'It counts for nothing. Tell {who}: somebody still uses the key that it took out of force.',
      es: 'No cuenta para nada. Avise a {who}: alguien sigue usando la clave que retiró.',
    },
  },
  'rotation-refused': {
    says: {
      en: '{who}: somebody tried to change its root keys to others than those it had committed to.',
      es: '{who}: alguien intentó cambiar sus claves raíz por otras que las comprometidas de antemano.',
    },
    next: {
      en: 'The change counts for nothing. Tell {who}: a root key may be stolen; it still can change to the set that it committed to.',
      es: 'El cambio no cuenta para nada. Avise a {who}: puede que le hayan robado una clave raíz; aún puede pasar al conjunto comprometido.',
    },
  },
  'false-certificate': {
    says: {
      en: '{who}: it filed a certificate that its own trees do not prove.',
      es: '{who}: presentó un certificado que sus propios árboles no prueban.',
    },
    next: {
      en: 'Nothing is adopted, ended or lapsed by it. Do not quote it; ask {who} why it was filed.',
      es: 'Nada queda adoptado, terminado ni caducado por él. No lo cite; pregunte a {who} por qué lo presentó.',
    },
  },
  'false-accusation': {
    says: {
      en: '{who}: it accused another party without the proof.',
      es: '{who}: acusó a otra parte sin la prueba.',
    },
    next: {
      en: 'Nobody is frozen by it. Ask {who} for two notes that one log signed.',
      es: 'Nadie queda congelado por ello. Pida a {who} dos notas que un mismo registro haya firmado.',
    },
  },
  'not-competent': {
    says: {
      en: '{who}: an act was signed by somebody whose mandate, or whose place in the case, does not cover it.',
      es: '{who}: un acto lo firmó alguien cuyo mandato, o cuyo lugar en el caso, no lo abarca.',
    },
    next: {
      en: 'It counts for nothing. Ask {who} whether its key was used by somebody else, or its mandate is too narrow.',
      es: 'No cuenta para nada. Pregunte a {who} si otra persona usó su clave o si su mandato es demasiado estrecho.',
    },
  },
  'unproved-bytes': {
    says: {
      en: '{who}: what came from its node does not verify.',
      es: '{who}: lo que llegó de su nodo no se verifica.',
    },
    next: {
      en: 'Nothing of it was taken in; its strand is read from others. Call {who}’s operators: their node, or the way to it, is not sound.',
      es: 'No se tomó nada de ello; su hilo se lee de otros. Llame a los operadores de {who}: su nodo, o el camino hasta él, no es fiable.',
    },
  },
  'rolled-back': {
    says: {
      en: '{who}: its node, or somebody on the way, shows an earlier state of its strand than was cosigned.',
      es: '{who}: su nodo, o alguien en el camino, muestra un estado de su hilo anterior al que se cofirmó.',
    },
    next: {
      en: 'Nothing that was said is taken back by it. If it lasts, call {who}’s operators: their node was restored from a copy, or its answers are replayed.',
      es: 'Nada de lo dicho queda retirado por ello. Si dura, llame a los operadores de {who}: su nodo se restauró de una copia, o alguien repite sus respuestas.',
    },
  },
  'state-differs': {
    says: {
      en: '{who}: from acts of the same number its node computes another state of the case.',
      es: '{who}: con el mismo número de actos, su nodo calcula otro estado del caso.',
    },
    next: {
      en: 'Nothing is merged. Compare versions and what both show with {who} before you rely on it.',
      es: 'No se mezcla nada. Compare con {who} las versiones y lo que muestran ambos antes de fiarse.',
    },
  },
  'refused-checkpoint': {
    says: {
      en: 'This node, as a witness, was asked to cosign what does not continue {who}’s strand.',
      es: 'A este nodo, como testigo, se le pidió cofirmar algo que no continúa el hilo de {who}.',
    },
    next: {
      en: 'It did not. If it lasts, ask {who} whether its node was restored from a copy, or its log key is in other hands.',
      es: 'No lo hizo. Si dura, pregunte a {who} si su nodo se restauró de una copia o si su clave de registro está en otras manos.',
    },
  },
  'false-witness': {
    says: {
      en: '{who}: as a witness it answered with what its key did not sign for the tree that it was shown.',
      es: '{who}: como testigo respondió con algo que su clave no firmó para el árbol que se le mostró.',
    },
    next: {
      en: 'It is left out; the quorum of the others decides. Ask {who} whose hands its witness key is in.',
      es: 'Se deja fuera; decide el cuórum de los demás. Pregunte a {who} en manos de quién está su clave de testigo.',
    },
  },
  'witness-clock': {
    says: {
      en: '{who}: as a witness it dates its cosignatures more than five minutes away from this node’s clock.',
      es: '{who}: como testigo fecha sus cofirmas a más de cinco minutos del reloj de este nodo.',
    },
    next: {
      en: 'Its cosignatures still count: a date needs the quorum. Compare this node’s clock with another source first, then tell {who}.',
      es: 'Sus cofirmas siguen contando: una fecha necesita el cuórum. Compare primero el reloj de este nodo con otra fuente y después avise a {who}.',
    },
  },
  'false-opening': {
    says: {
      en: '{who}: its node offered a case that is not what its charter must be.',
      es: '{who}: su nodo ofreció un caso que no es lo que su carta debe ser.',
    },
    next: {
      en: 'This node takes no part in it. Ask {who} who opened it, and by which mandate.',
      es: 'Este nodo no participa en él. Pregunte a {who} quién lo abrió y con qué mandato.',
    },
  },
  'newer-rules': {
    says: {
      en: '{who}: its node offered a case whose charter names rules that this node’s version does not decide by.',
      es: '{who}: su nodo ofreció un caso cuya carta nombra reglas por las que la versión de este nodo no decide.',
    },
    next: {
      en: 'Its strands are kept, passed on and witnessed here where they prove to be those of the root case; nothing of it is computed, so nothing is computed wrongly, and this nation says nothing in it. Put a version that has these rules on this node: it then takes part, with all that was said meanwhile.',
      es: 'Sus hilos se conservan, se transmiten y se atestiguan aquí si se prueba que son los del caso raíz; nada de él se calcula, así que nada se calcula mal, y esta nación no dice nada en él. Ponga en este nodo una versión que tenga estas reglas: entonces participará, con todo lo dicho entretanto.',
    },
  },
  'false-object': {
    says: {
      en: '{who}: it sent another object than its own evidence names.',
      es: '{who}: envió un objeto distinto del que nombra su propia evidencia.',
    },
    next: {
      en: 'The object was not taken in. Do not rely on that evidence; ask {who} for the one it named.',
      es: 'El objeto no se tomó. No se fíe de esa evidencia; pida a {who} el que nombró.',
    },
  },
  'false-disclosure': {
    says: {
      en: '{who}: what it sent is not the words that it sealed.',
      es: '{who}: lo que envió no son las palabras que selló.',
    },
    next: {
      en: 'It was not kept. Decisions read nothing that is sealed; ask {who} for the words behind its own digest.',
      es: 'No se guardó. Las decisiones no leen nada sellado; pida a {who} las palabras que corresponden a su propia huella.',
    },
  },
  'false-address': {
    says: {
      en: '{who}: its node passed on an address of a party that the party’s log did not sign, or that is none.',
      es: '{who}: su nodo transmitió la dirección de una parte que el registro de esa parte no firmó, o que no es tal.',
    },
    next: {
      en: 'Nobody is asked there. If it goes on, call {who}’s operators and the party that is named: somebody wants its peers to turn elsewhere.',
      es: 'No se pregunta a nadie allí. Si continúa, llame a los operadores de {who} y a la parte nombrada: alguien quiere que sus pares se dirijan a otro sitio.',
    },
  },
  'moved-peer': {
    says: {
      en: '{who}: its log signed that its node answers at another address, and it is asked there from now on.',
      es: '{who}: su registro firmó que su nodo responde en otra dirección, y desde ahora se le pregunta allí.',
    },
    next: {
      en: 'Ask {who} by another way whether it moved. In Coalition, confirm the new address, or refuse it: then {who} is asked where your operator says. What it serves proves itself at any address.',
      es: 'Pregunte a {who} por otra vía si se trasladó. En Coalición, confirme la nueva dirección o rechácela: entonces se le pregunta donde diga su operador. Lo que entrega se prueba por sí mismo en cualquier dirección.',
    },
  },
  'held-address': {
    says: {
      en: '{who}: its log signed an address to which this node does not follow it by itself.',
      es: '{who}: su registro firmó una dirección a la que este nodo no lo sigue por sí solo.',
    },
    next: {
      en: 'Ask {who} by another way. If it is right, an administrator of this node gives the address in Coalition.',
      es: 'Pregunte a {who} por otra vía. Si es correcta, un administrador de este nodo da la dirección en Coalición.',
    },
  },
  flood: {
    says: {
      en: 'This node was sent more than it takes.',
      es: 'A este nodo le enviaron más de lo que admite.',
    },
    next: {
      en: 'It was cut off and nothing of it was kept. If it lasts, find who sends it, and have the network stop it.',
      es: 'Se cortó y no se guardó nada. Si dura, averigüe quién lo envía y haga que la red lo detenga.',
    },
  },
  'own-copy': {
    says: {
      en: 'This node’s copy of a strand changed on its own disk.',
      es: 'La copia de un hilo cambió en el disco de este mismo nodo.',
    },
    next: {
      en: 'It is fetched anew from the others. Check the disk, and who can write to it.',
      es: 'Se vuelve a traer de los demás. Revise el disco y quién puede escribir en él.',
    },
  },
  'open-line': {
    says: {
      en: '{who}: what this node and its node send one another is not encrypted as far as this node can tell: whoever watches the line reads it.',
      es: '{who}: lo que este nodo y el suyo se envían no va cifrado, por lo que este nodo puede saber: quien vigile la línea lo lee.',
    },
    next: {
      en: 'Sealed words stay closed; everything else of the strand is open on the way. Have {who} answer under https, and give that address. If a private network encrypts the line, acknowledge this. Even then a watcher sees who sends something when: no node can notice that.',
      es: 'Las palabras selladas siguen cerradas; todo lo demás del hilo va abierto por el camino. Que {who} responda bajo https, y dé esa dirección. Si una red privada cifra la línea, confirme esta alarma. Aun así quien vigila ve quién envía algo y cuándo: ningún nodo puede notarlo.',
    },
  },
  'after-leave': {
    says: {
      en: '{who}: it acted in a case that it had left.',
      es: '{who}: actuó en un caso que había dejado.',
    },
    next: {
      en: 'It counts for nothing. If {who} wants to take part again, a charter has to name it anew.',
      es: 'No cuenta para nada. Si {who} quiere participar de nuevo, una carta debe volver a nombrarla.',
    },
  },
  'repeated-act': {
    says: {
      en: '{who}: an act was put into its strand again, or out of its order.',
      es: '{who}: un acto se puso en su hilo otra vez o fuera de orden.',
    },
    next: {
      en: 'It counts for nothing. Two people acting at once can cause it; if it goes on, ask {who} who runs its node.',
      es: 'No cuenta para nada. Puede deberse a dos personas que actúan a la vez; si sigue, pregunte a {who} quién maneja su nodo.',
    },
  },
  'unknown-act': {
    says: {
      en: '{who}: it signed an act of a kind that the rules of this case do not have.',
      es: '{who}: firmó un acto de una clase que las reglas de este caso no tienen.',
    },
    next: {
      en: 'It is kept and witnessed, and counts for nothing here, at any version. Ask {who} what it says; to read such acts, and to take part in cases whose rules have them, put a later version on this node.',
      es: 'Se conserva y se atestigua, y aquí no cuenta para nada, con ninguna versión. Pregunte a {who} qué dice; para leer tales actos, y participar en casos cuyas reglas los tengan, ponga en este nodo una versión posterior.',
    },
  },
  'void-act': {
    says: {
      en: '{who}: an act in its strand counts for nothing.',
      es: '{who}: un acto de su hilo no cuenta para nada.',
    },
    next: {
      en: 'Nothing is to be done here. {who} can file it anew as the message says.',
      es: 'Aquí no hay nada que hacer. {who} puede volver a presentarlo como dice el mensaje.',
    },
  },
  'not-delivered': {
    says: {
      en: '{who}: words that it sealed for this nation have not come.',
      es: '{who}: las palabras que selló para esta nación no han llegado.',
    },
    next: {
      en: 'Decisions do not wait for them. Ask {who} for them; an age file can also be brought by hand.',
      es: 'Las decisiones no las esperan. Pídalas a {who}; un archivo age también puede traerse a mano.',
    },
  },
  'unclosed-silence': {
    says: {
      en: '{who}: a text that it put to silence ended, and nobody certified what came of it.',
      es: '{who}: un texto que sometió a silencio terminó, y nadie certificó lo que resultó.',
    },
    next: {
      en: 'It stays undecided for as long as that lasts. Do not wait for {who}: any party can certify it, on the case page or with entente declare.',
      es: 'Sigue sin decidir mientras eso dure. No espere a {who}: cualquier parte puede certificarlo, en la página del caso o con entente declare.',
    },
  },
  'refused-request': {
    says: {
      en: 'Somebody asked for a case of this node without the signature of one of its parties.',
      es: 'Alguien pidió un caso de este nodo sin la firma de una de sus partes.',
    },
    next: {
      en: 'Nothing was given. A wrong clock can cause it; if it goes on, find out who asks and have the network stop it.',
      es: 'No se entregó nada. Puede deberse a un reloj equivocado; si sigue, averigüe quién pregunta y haga que la red lo detenga.',
    },
  },
  'malformed-request': {
    says: {
      en: 'Somebody sent this node what no sound program sends.',
      es: 'Alguien envió a este nodo algo que ningún programa sano envía.',
    },
    next: {
      en: 'Nothing of it was taken in. A faulty program of your own can cause it; if it goes on, find out who sends it, and have the network stop it.',
      es: 'No se tomó nada de ello. Puede deberse a un programa propio defectuoso; si sigue, averigüe quién lo envía y haga que la red lo detenga.',
    },
  },
  'silent-peer': {
    says: {
      en: '{who}: its node does not answer.',
      es: '{who}: su nodo no responde.',
    },
    next: {
      en: 'Its strand is read from others meanwhile. If it lasts, call {who}: it may not see what it should answer.',
      es: 'Mientras tanto su hilo se lee de otros. Si dura, llame a {who}: puede que no vea lo que debería responder.',
    },
  },
}

const NOBODY: InLanguages = { en: 'A party', es: 'Una parte' }

/** What an alarm of this kind about the party of this name says, and what to do next. */
export function wordsOf(kind: AlarmKind, name: string | undefined): Words {
  const { says, next } = WORDS[kind]
  const named = ({ en, es }: InLanguages): InLanguages => ({
    en: en.replaceAll('{who}', () => name ?? NOBODY.en),
    es: es.replaceAll('{who}', () => name ?? NOBODY.es),
  })
  return { says: named(says), next: named(next) }
}
