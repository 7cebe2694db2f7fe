import {
  anyOf,
  binary,
  dictionary,
  form,
  hashes,
  hex,
  idOf,
  integer,
  between,
  language,
  list,
  natural,
  notBoth,
  oneOf,
  onlyWith,
  order,
  reference,
  shape,
  text,
  timestamp,
  truth,
  word,
  type Rule,
} from './check.ts'
import {
  certificateExtensions,
  FILE,
  mimePart,
  NETWORK,
  PROCESS,
  registryValue,
  USER,
} from './observable-part.ts'
import { isObservableType } from './family.ts'
import { must, within, type Check } from './finding.ts'
import type { Kind } from './kind.ts'
import { networkOf } from './pattern-network.ts'
import { accountType, encryptionAlgorithm } from './vocabulary.ts'
import { wholeKey } from './registry.ts'

// STIX 2.1 Errata 01, section 6: properties of their own, and those that the id is made of.

const texts = list(text)
const mailbox = idOf('email-addr')
const host = idOf('ipv4-addr', 'ipv6-addr', 'mac-addr', 'domain-name')
const charset = form('3.9', 'a name of the IANA character set registry', /^[\w.:+()-]{1,100}$/)

const sco = (
  contributing: string,
  shaped: Kind['shape'],
  extensions?: Kind['extensions'],
): Kind => ({
  family: 'sco',
  shape: shaped,
  contributing: contributing.split(' ').filter((key) => key !== ''),
  ...(extensions ? { extensions } : {}),
})

/** A value that has a form, unless the object says that it was made harmless. */
const value =
  (section: string, expected: string, test: (value: string) => boolean): Rule =>
  ({ value: said, defanged }, at) => {
    if (typeof said === 'string' && defanged !== true && !test(said))
      within(at, 'value', () => must(at, section, expected, said))
  }

/** RFC 1034 section 3.1 and RFC 5890: labels of 1 to 63, 253 in all, in letters of any script. */
const isDomain = (name: string) =>
  name.length <= 253 &&
  name
    .replace(/\.$/, '')
    .split('.')
    .every((label) =>
      /^[\p{L}\p{N}\p{M}_](?:[\p{L}\p{N}\p{M}_-]{0,61}[\p{L}\p{N}\p{M}_])?$/u.test(label),
    )

// An object may have megabytes in one text: what is tried on it counts no signs one by one, or is of a bounded length.

/** RFC 5322 section 3.4.1, addr-spec: no display name, and nothing around it; no longer than a line (section 2.1.1). */
const isMailbox = (address: string) =>
  address.length <= 998 &&
  /^(?:"(?:[^"\\]|\\.)+"|[^\s@<>,;:"()[\]\\]+)@(?:\[[^\s\]]+\]|[^\s@<>,;:"()[\]\\]+)$/.test(address)

/** RFC 3986 section 1.1.3: a scheme, and only what may stand in a URI. */
const isUrl = (url: string) =>
  /^[a-z][a-z\d+.-]*:[\w.~:/?#[\]@!$&'()*+,;=%-]+$/i.test(url) && !/%(?![\da-f]{2})/i.test(url)

const body: Rule = ({ is_multipart: isMultipart, body: plain, body_multipart: parts }, at) => {
  if (isMultipart === true && plain !== undefined)
    within(at, 'body', () => must(at, '6.6', 'no body where is_multipart is true', plain))
  if (isMultipart === false && parts !== undefined)
    within(at, 'body_multipart', () =>
      must(at, '6.6', 'no body_multipart where is_multipart is false', parts),
    )
}

const endedTraffic: Rule = ({ end, is_active: isActive }, at) => {
  if (end !== undefined && isActive !== false)
    within(at, 'is_active', () => must(at, '6.12', 'false, for the traffic has an end', isActive))
}

const hiveIsWhole: Rule = ({ key }, at) => {
  if (typeof key === 'string' && wholeKey(key) !== key)
    within(at, 'key', () => must(at, '6.17', 'the hive written out (HKEY_LOCAL_MACHINE)', key))
}

const payloadOrUrl = oneOf('6.1', 'payload_bin', 'url')
const network = (version: 4 | 6) =>
  shape(
    version === 4 ? '6.8' : '6.9',
    {
      'value!': text,
      resolves_to_refs: list(idOf('mac-addr')),
      belongs_to_refs: list(idOf('autonomous-system')),
    },
    value(
      version === 4 ? '6.8' : '6.9',
      `an IPv${version} address or network in CIDR notation`,
      (said) => networkOf(said)?.size === (version === 4 ? 32 : 128),
    ),
  )

const headers: Check = dictionary(texts)

export const OBSERVABLE: ReadonlyMap<string, Kind> = new Map([
  [
    'artifact',
    sco(
      'hashes payload_bin',
      shape(
        '6.1',
        {
          mime_type: text,
          payload_bin: binary,
          url: text,
          hashes,
          encryption_algorithm: word(encryptionAlgorithm),
          decryption_key: text,
        },
        payloadOrUrl,
        notBoth('6.1', 'payload_bin', 'url'),
        onlyWith('6.1', 'url', 'hashes'),
        onlyWith('6.1', 'decryption_key', 'encryption_algorithm'),
      ),
    ),
  ],
  ['autonomous-system', sco('number', shape('6.2', { 'number!': integer, name: text, rir: text }))],
  [
    'directory',
    sco(
      'path',
      shape('6.3', {
        'path!': text,
        path_enc: charset,
        ctime: timestamp,
        mtime: timestamp,
        atime: timestamp,
        contains_refs: list(idOf('file', 'directory')),
      }),
    ),
  ],
  [
    'domain-name',
    sco(
      'value',
      shape(
        '6.4',
        {
          'value!': text,
          resolves_to_refs: list(idOf('ipv4-addr', 'ipv6-addr', 'domain-name')),
        },
        value('6.4', 'a domain name', isDomain),
      ),
    ),
  ],
  [
    'email-addr',
    sco(
      'value',
      shape(
        '6.5',
        { 'value!': text, display_name: text, belongs_to_ref: idOf('user-account') },
        value('6.5', 'an address without display name', isMailbox),
      ),
    ),
  ],
  [
    'email-message',
    sco(
      'from_ref subject body',
      shape(
        '6.6',
        {
          'is_multipart!': truth,
          date: timestamp,
          content_type: text,
          from_ref: mailbox,
          sender_ref: mailbox,
          to_refs: list(mailbox),
          cc_refs: list(mailbox),
          bcc_refs: list(mailbox),
          message_id: text,
          subject: text,
          received_lines: texts,
          additional_header_fields: headers,
          body: text,
          body_multipart: list(mimePart),
          raw_email_ref: idOf('artifact'),
        },
        body,
      ),
    ),
  ],
  [
    'file',
    sco(
      'hashes name extensions parent_directory_ref',
      shape(
        '6.7',
        {
          hashes,
          size: natural,
          name: text,
          name_enc: charset,
          magic_number_hex: hex,
          mime_type: text,
          ctime: timestamp,
          mtime: timestamp,
          atime: timestamp,
          parent_directory_ref: idOf('directory'),
          contains_refs: list(reference('a cyber observable', isObservableType)),
          content_ref: idOf('artifact'),
        },
        oneOf('6.7', 'hashes', 'name'),
        onlyWith('3.1', 'name_enc', 'name'),
      ),
      FILE,
    ),
  ],
  ['ipv4-addr', sco('value', network(4))],
  ['ipv6-addr', sco('value', network(6))],
  [
    'mac-addr',
    sco(
      'value',
      shape(
        '6.10',
        { 'value!': text },
        value('6.10', 'a MAC-48 in lower case with colons', (said) =>
          /^[\da-f]{2}(?::[\da-f]{2}){5}$/.test(said),
        ),
      ),
    ),
  ],
  ['mutex', sco('name', shape('6.11', { 'name!': text }))],
  [
    'network-traffic',
    sco(
      'start end src_ref dst_ref src_port dst_port protocols extensions',
      shape(
        '6.12',
        {
          start: timestamp,
          end: timestamp,
          is_active: truth,
          src_ref: host,
          dst_ref: host,
          src_port: between(natural, 0, 65_535),
          dst_port: between(natural, 0, 65_535),
          'protocols!': texts,
          src_byte_count: natural,
          dst_byte_count: natural,
          src_packets: natural,
          dst_packets: natural,
          ipfix: dictionary((one, at) => {
            if (typeof one !== 'string' && !Number.isSafeInteger(one))
              must(at, '6.12', 'a whole number or a text', one)
          }),
          src_payload_ref: idOf('artifact'),
          dst_payload_ref: idOf('artifact'),
          encapsulates_refs: list(idOf('network-traffic')),
          encapsulated_by_ref: idOf('network-traffic'),
        },
        oneOf('6.12', 'src_ref', 'dst_ref'),
        endedTraffic,
        order('6.12', 'start', 'end'),
      ),
      NETWORK,
    ),
  ],
  [
    'process',
    sco(
      '',
      shape(
        '6.13',
        {
          is_hidden: truth,
          pid: integer,
          created_time: timestamp,
          cwd: text,
          command_line: text,
          environment_variables: dictionary(text),
          opened_connection_refs: list(idOf('network-traffic')),
          creator_user_ref: idOf('user-account'),
          image_ref: idOf('file'),
          parent_ref: idOf('process'),
          child_refs: list(idOf('process')),
        },
        anyOf([], ['extensions']),
      ),
      PROCESS,
    ),
  ],
  [
    'software',
    sco(
      'name cpe swid vendor version',
      shape('6.14', {
        'name!': text,
        // NISTIR 7695 section 6.2: a formatted string of eleven parts; which are in the dictionary is not looked up.
        cpe: form(
          '6.14',
          'a name of CPE 2.3',
          /^cpe:2\.3:[aho*-](?::(?:[^:\\\s]|\\.){1,500}){10}$/i,
        ),
        swid: text,
        languages: list(language),
        vendor: text,
        version: text,
      }),
    ),
  ],
  [
    'url',
    sco('value', shape('6.15', { 'value!': text }, value('6.15', 'a URL (RFC 3986)', isUrl))),
  ],
  [
    'user-account',
    sco(
      'account_type user_id account_login',
      shape(
        '6.16',
        {
          user_id: text,
          credential: text,
          account_login: text,
          account_type: word(accountType),
          display_name: text,
          is_service_account: truth,
          is_privileged: truth,
          can_escalate_privs: truth,
          is_disabled: truth,
          account_created: timestamp,
          account_expires: timestamp,
          credential_last_changed: timestamp,
          account_first_login: timestamp,
          account_last_login: timestamp,
        },
        anyOf([], ['extensions']),
      ),
      USER,
    ),
  ],
  [
    'windows-registry-key',
    sco(
      'key values',
      shape(
        '6.17',
        {
          key: text,
          values: list(registryValue),
          modified_time: timestamp,
          creator_user_ref: idOf('user-account'),
          number_of_subkeys: integer,
        },
        anyOf(),
        hiveIsWhole,
      ),
    ),
  ],
  [
    'x509-certificate',
    sco(
      'hashes serial_number',
      shape(
        '6.18',
        {
          is_self_signed: truth,
          hashes,
          version: text,
          serial_number: text,
          signature_algorithm: text,
          issuer: text,
          validity_not_before: timestamp,
          validity_not_after: timestamp,
          subject: text,
          subject_public_key_algorithm: text,
          subject_public_key_modulus: text,
          subject_public_key_exponent: integer,
          x509_v3_extensions: certificateExtensions,
        },
        anyOf(),
      ),
    ),
  ],
])
