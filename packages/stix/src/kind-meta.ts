import {
  dictionary,
  form,
  language,
  list,
  onlyWith,
  reference,
  shape,
  text,
  timestamp,
  word,
  type Rule,
} from './check.ts'
import { contentOf } from './content.ts'
import { isStixType } from './family.ts'
import { isObject, must, should, within, type Check } from './finding.ts'
import type { Kind } from './kind.ts'
import { publishedMarking } from './marking.ts'
import { extensionType } from './vocabulary.ts'
import { textOf } from './text.ts'

// STIX 2.1 Errata 01, section 7.

/** Section 7.1.1: translations by language, then by property. */
const translation: Check = (value, at) => {
  language(at.path.at(-1), at)
  dictionary()(value, at)
}

const definesSomething: Rule = (object, at) => {
  if (object['extensions'] !== undefined) return
  for (const key of ['definition_type', 'definition'])
    if (object[key] === undefined)
      within(at, key, () => must(at, '7.2.1', 'this property, or extensions', undefined))
}

/** Sections 7.2.1.3 and 7.2.1.4: statements say something; the four of TLP 1.0 are the only ones. */
const definition: Rule = (object, at) => {
  const { definition_type: type, definition: said } = object
  if (type === undefined) return
  if (type !== 'statement' && type !== 'tlp')
    within(at, 'definition_type', () => should(at, '7.2.1', 'extensions in its place', type))
  if (type === 'statement' && !(isObject(said) && typeof said['statement'] === 'string'))
    within(at, 'definition', () => must(at, '7.2.1.3', 'a statement', said))
  if (type !== 'tlp') return
  const published = publishedMarking(textOf(object['id']))
  if (published === undefined || contentOf(object) !== contentOf(published))
    within(at, 'definition', () =>
      must(at, '7.2.1.4', 'one of the four definitions of TLP as they are published', said),
    )
}

const namesOfProperties: Rule = ({ extension_types: types, extension_properties: names }, at) => {
  const isTop = Array.isArray(types) && types.includes('toplevel-property-extension')
  if (names !== undefined && !isTop)
    within(at, 'extension_properties', () =>
      must(at, '7.3.1', 'none, for no properties are added at the top', names),
    )
  if (names === undefined && isTop)
    within(at, 'extension_properties', () =>
      should(at, '7.3.1', 'the properties that are added', undefined),
    )
}

export const META: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  [
    'language-content',
    {
      family: 'meta',
      unused: ['lang'],
      shape: shape('7.1', {
        'object_ref!': reference('a STIX object', isStixType),
        object_modified: timestamp,
        'contents!': dictionary(translation),
      }),
    },
  ],
  [
    'marking-definition',
    {
      family: 'meta',
      unused: ['modified', 'revoked', 'labels', 'confidence', 'lang'],
      shape: shape(
        '7.2.1',
        {
          name: text,
          definition_type: text,
          definition: (value, at) => {
            if (!isObject(value)) must(at, '7.2.1', 'an object', value)
          },
        },
        definesSomething,
        onlyWith('7.2.1', 'definition', 'definition_type'),
        definition,
      ),
    },
  ],
  [
    'extension-definition',
    {
      family: 'meta',
      commonRequired: ['created_by_ref'],
      unused: ['confidence', 'lang', 'extensions'],
      shape: shape(
        '7.3.1',
        {
          'name!': text,
          description: text,
          'schema!': text,
          'version!': text,
          'extension_types!': list(word(extensionType)),
          extension_properties: list(
            form('7.3.2', '3 to 250 of a-z, 0-9 and underscore', /^[a-z\d_]{3,250}$/),
          ),
        },
        namesOfProperties,
      ),
    },
  ],
])
