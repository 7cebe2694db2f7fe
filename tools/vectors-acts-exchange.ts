import { idOf, payload, type Said } from './vectors-case.ts'
import { FIRST, without, type Case } from './vectors-example.ts'

/** What nations say to one another beside their voices: on record, and decides nothing. */

const comment: Said = {
  kind: 'comment',
  on: FIRST,
  clause: '1',
  says: 'Whether it was on purpose is what the analysis still has to show.',
}
const commented = idOf(payload('XA', comment))

export const commentCases: readonly Case[] = [
  { name: 'on a clause', why: 'One clause of one exact version.', said: comment },
  {
    name: 'that answers another',
    why: 'Comments on a clause form threads.',
    said: { ...comment, answers: commented, says: 'The analysis of 20 November shows it.' },
    after: [comment],
  },
  {
    name: 'on no clause',
    why: 'A remark on the whole text is a statement, and part of a voice.',
    void: 'act.malformed',
    said: without(comment, 'clause'),
  },
  {
    name: 'that says nothing',
    why: 'Words are not empty.',
    void: 'act.malformed',
    said: { ...comment, says: '' },
  },
  {
    name: 'with a voice in it',
    why: 'A comment is no voice: there is no field for one.',
    void: 'act.malformed',
    said: { ...comment, union: 'objects' },
  },
  {
    name: 'that steers a terminal',
    why: 'Words have no control characters but line feed and tab.',
    void: 'act.malformed',
    said: { ...comment, says: 'Agreed.\u001b[2J' },
  },
  {
    name: 'by an authority that may only put evidence',
    why: 'Commenting is not in its mandate.',
    void: 'act.not-competent',
    said: comment,
    by: 'narrow key',
  },
]
