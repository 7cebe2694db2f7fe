import { describe } from 'vitest'
import { itSaysTrue } from '../../../tools/readme.ts'

const HERE = new URL('..', import.meta.url)

describe('the readme', () => itSaysTrue(HERE))
