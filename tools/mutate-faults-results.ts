import { inFile, type Mutant } from './mutate-fault.ts'

const certificate = inFile('certificate.ts')
const end = inFile('end.ts')
const silence = inFile('silence.ts')
const judge = inFile('judge.ts')

/** What is easy to get wrong in what a certificate of each result proves. */
export const RESULT_MUTANTS: readonly Mutant[] = [
  certificate(
    'adoption is not checked',
    'return isOver && whyShut(matter, said).length === 0',
    'return isOver && said.length > 0',
  ),
  certificate('trees need not be current together', 'if (instant > to) return false', ''),
  certificate(
    'two trees may just miss one another',
    'if (instant > to) return false',
    'if (instant > to + 1) return false',
  ),
  certificate(
    'trees must overlap by a second',
    'if (instant > to) return false',
    'if (instant >= to) return false',
  ),
  certificate(
    'the filer’s tree is not asked for',
    'const strands = [version.by, ...',
    'const strands = [...',
  ),
  certificate(
    'only the filer’s tree is asked for',
    '...electors.map(({ id }) => id)]',
    '...electors.map(() => version.by)]',
  ),
  certificate('only the last instant counts', 'return [from, ...changes', 'return [to, ...changes'),
  certificate(
    'only the first instant counts',
    '...changes.filter((instant) => instant > from)].some',
    '].some',
  ),
  certificate('a vote is over at once', 'instant >= expiry ||', 'instant >= 0 ||'),
  certificate('a vote is over a second early', 'instant >= expiry ||', 'instant >= expiry - 1 ||'),
  certificate(
    'a vote is never over before its expiry',
    "|| said.every(({ voice }) => voice.effective !== 'silent')",
    '',
  ),
  certificate(
    'who once spoke has spoken, though it ran out',
    "said.every(({ voice }) => voice.effective !== 'silent')",
    "voices.every(({ effective }) => effective !== 'silent')",
  ),
  certificate(
    'what is adopted elsewhere can be ended',
    'isIn(certificate, sizes))',
    'certificate !== undefined && sizes !== undefined)',
  ),
  certificate(
    'what was not adopted can be ended',
    'return inside.length > 0 ? deemedOf(inside) : undefined',
    'return deemedOf(inside)',
  ),
  certificate(
    'an old version is adopted over a later one',
    '!isCurrent(version, cited[version.by]!) || ',
    '',
  ),
  certificate(
    'silence needs one instant like the rest',
    'const isTrue = isSilence ? isAdoptedBySilence',
    'const isTrue = !isSilence ? isAdoptedBySilence',
  ),
  certificate(
    'late silence is not what was certified',
    'deemed: isSilence ? deemedBy(matter, certificate) : NOBODY',
    'deemed: NOBODY',
  ),
  certificate(
    'a voice that ran out breaks a silence',
    'certificate.of === undefined && version.at',
    'version.at',
  ),

  end('any shut gate ends a version', '.length > 0 ? reasons : []', '.length >= 0 ? reasons : []'),
  end('who is stuck would comply', '? voice : COMPLIES', '? COMPLIES : voice'),
  end(
    'a withdrawal needs the cure',
    "if (voiceAt(history, cited[id]!).effective === 'withdrawn') return true",
    '',
  ),
  end(
    'only a withdrawal ends',
    "=== 'withdrawn') return true",
    "=== 'withdrawn') return true\n  if (deemed) return false",
  ),
  end('the cure is not waited for', '<= seen + cure)', '<= seen)'),
  end('the cure is a second short', '<= seen + cure)', '< seen + cure)'),
  end('the early tree may be larger than the cut', '|| since.size > cited[id]!', ''),
  end(
    'the voice in the early tree is forgotten',
    'voicesFrom(history, since.size, cited[id]!)',
    'voicesFrom(history, since.size, cited[id]!).slice(1)',
  ),
  end(
    'every earlier voice is held against it',
    'voicesFrom(history, since.size, ',
    'voicesFrom(history, 0, ',
  ),
  end(
    'a voice lifted meanwhile is forgotten',
    'voicesFrom(history, since.size, cited[id]!)',
    'voicesFrom(history, cited[id]!, cited[id]!)',
  ),
  end(
    'a voice that had run out was for',
    'voiceAtInstant(voice, seen)',
    'voiceAtInstant(voice, -1)',
  ),
  {
    ...end('whose silence is consent is stuck', 'deemed: deemed.has(id),', ''),
    after: 'function isStuck',
  },
  end('a text lapses in window 0', 'window * charter.period', '(window - 1) * charter.period'),
  end(
    'a text lapses without a closing',
    'currentUntil(trees.closings[id], charter.quorum) >= due &&',
    '',
  ),
  end('a text lapses a second early', 'charter.quorum) >= due', 'charter.quorum) >= due - 1'),
  end('an answer to another window is enough', 'one.window === window && ', ''),
  end('an answer beyond the cut is enough', ' && one.at < cited[id]!', ''),
  end(
    'no answer is enough',
    '!matter.reaffirmed[elector]!.some(',
    '!matter.reaffirmed[elector]!.every(',
  ),
  end(
    'a text lapses though the rule is met',
    'if (whyShut(matter, heardLate(matter, held, consenting)).length === 0) return []',
    '',
  ),
  end(
    'whose silence was consent need not reaffirm',
    'filter((id) => !overdue[electorOf(matter, id)])',
    'filter(() => true)',
  ),
  end(
    'after adoption brakes still count',
    'deemed: deemed.has(electors[elector]!.id), late: true }',
    'deemed: deemed.has(electors[elector]!.id) }',
  ),

  silence('an extension is ignored', 'at < size ? Math.max(end, until) : end', 'end'),
  silence('an end is brought forward', 'Math.max(end, until)', 'until'),
  silence('an extension beyond the tree counts', 'at < size ? Math.max', 'at >= 0 ? Math.max'),
  silence(
    'a silence needs no closing',
    'if (!isClosed(matter, certificate, end)) return false',
    '',
  ),
  silence(
    'grace is forgotten',
    'expiryAt(matter, cited[matter.version.by]!) + matter.charter.grace',
    'expiryAt(matter, cited[matter.version.by]!)',
  ),
  silence(
    'only the filer’s strand is closed',
    '[version.by, ...electors.map(({ id }) => id)].every(',
    '[version.by].every(',
  ),
  silence(
    'the filer’s strand need not be closed',
    '[version.by, ...electors.map(({ id }) => id)].every(',
    'electors.map(({ id }) => id).every(',
  ),
  silence('a closing is a second early', 'charter.quorum) >= end', 'charter.quorum) >= end - 1'),
  silence(
    'without an early tree a consent counts',
    'if (!early) return { voice: SILENT, broke }',
    'if (!early) return { voice: voiceAt(matter.histories[elector]!, certificate.cited[id]!), broke }',
  ),
  silence(
    'only the closing voice counts',
    'strength(one) < strength(weakest) ? one : weakest',
    'one ?? weakest',
  ),
  silence(
    'the strongest voice counts',
    'strength(one) < strength(weakest)',
    'strength(one) > strength(weakest)',
  ),
  silence(
    'voices with an end hold on',
    'voiceAtInstant(unlessGone(gone, voice), end)',
    'unlessGone(gone, voice)',
  ),
  silence(
    'a certified end is forgotten',
    'voiceAtInstant(unlessGone(gone, voice), end)',
    'voiceAtInstant(voice, end)',
  ),
  silence(
    'a lifted objection is forgotten',
    'deemed: deemed.has(id), broke }))',
    'deemed: deemed.has(id) }))',
  ),
  silence(
    'a consent after the expiry is an expressed one',
    "deemed && !ranOut ? 'complies-with-reservation'",
    "deemed && !ranOut ? 'complies'",
  ),
  silence(
    'the notice is forgotten',
    'dueOf(matter, certificate) - charter.notice',
    'dueOf(matter, certificate)',
  ),
  silence('a receipt is not needed', 'early && at !== undefined && at < early.size ?', 'early ?'),
  silence(
    'a receipt after the early tree is enough',
    'at !== undefined && at < early.size ? [id]',
    'at !== undefined ? [id]',
  ),
  silence(
    'a silence is broken before it is closed',
    'if (!isClosed(matter, certificate, closingOf(matter, certificate))) return []',
    '',
  ),
  silence(
    'who gave a receipt broke it',
    'at !== undefined && at < size ? [] :',
    'at === undefined ? [] :',
  ),
  silence(
    'a break needs no tree',
    'if (!tree) return []',
    "if (!tree) return [reason('broken', id)]",
  ),
  silence('who awaited once broke it', '&& then.act === now.act', ''),
  silence(
    'who awaits breaks nothing',
    "rule.cells[then.effective] === 'breaks' && then",
    "rule.cells[then.effective] === 'aside' && then",
  ),
  silence(
    'who withdrew breaks nothing',
    "if (then.effective === 'withdrawn') return",
    "if (then.effective === 'silent') return",
  ),
  silence('amendments break every silence', "silence.amendment === 'yes' && amends", 'amends'),
  silence(
    'amendments break no silence',
    "silence.amendment === 'yes' && amends",
    "silence.amendment !== 'yes' && amends",
  ),
  silence(
    'objections do not break',
    "voice.effective === 'objects' || (",
    "voice.effective === 'silent' || (",
  ),
  silence(
    'a late extension makes receipts timely',
    'movedBefore(matter, certificate, matter.version.document.expiry ?? Infinity)',
    'expiryAt(matter, certificate.cited[matter.version.by]!)',
  ),
  silence(
    'a break after a closing that lacked the extension counts',
    'const tree = treeBefore(matter, certificate, certificate.trees.early[id], { id, limit })\n  return expiryAt(matter, tree?.size ?? 0)',
    'return expiryAt(matter, Number.isNaN(limit) ? 0 : certificate.cited[id]!)',
  ),
  silence('an early tree may be larger than the cut', 'tree.size <= cited[id]! && ', ''),
  silence(
    'an early tree may be late',
    'seenBy(tree, quorum) < limit ?',
    'seenBy(tree, quorum) < Infinity ?',
  ),
  silence(
    'an early tree at the last second is early',
    'seenBy(tree, quorum) < limit ?',
    'seenBy(tree, quorum) <= limit ?',
  ),

  judge(
    'after adoption what broke before still counts',
    'const heard = isAdopted ? heardLate',
    'const heard = !isAdopted ? heardLate',
  ),
  judge(
    'everybody’s silence is taken for consent',
    'deemed: acknowledgedIn(matter, elector, sizes) !== undefined,',
    'deemed: true,',
  ),
  judge(
    'what is met no more was never adopted',
    'adopted: results.adopted.map(',
    'adopted: (shut.length > 0 ? [] : results.adopted).map(',
  ),
  judge(
    'a silence opens at its expiry',
    'expiryAt(matter, sizes[version.by]!) + charter.grace',
    'expiryAt(matter, sizes[version.by]!)',
  ),
  judge(
    'under unanimity the silent are beside the gate',
    'rule.needsEveryVoice ? [] : incomplete',
    'incomplete',
  ),
]
