import type { WarningList } from './read.ts'

/** A list that comes with the program; each entry with the text that says what it is. */
export type OwnList = WarningList & { readonly sources: Readonly<Record<string, string>> }

const own = (
  list: Pick<WarningList, 'name' | 'description' | 'type' | 'matching_attributes'>,
  sources: Readonly<Record<string, string>>,
): OwnList => ({ ...list, version: 1, list: Object.keys(sources), sources })

const ADDRESSES = ['ip-src', 'ip-dst']

/** Small, and of nothing but what a standard sets apart: addresses and names as the special-purpose registries of IANA have them. */
export const OWN_LISTS: readonly OwnList[] = [
  own(
    {
      name: 'special-use addresses',
      description: 'Addresses that are not those of one machine on the internet',
      type: 'cidr',
      matching_attributes: ADDRESSES,
    },
    {
      '0.0.0.0/8': 'RFC 1122, section 3.2.1.3',
      '10.0.0.0/8': 'RFC 1918',
      '100.64.0.0/10': 'RFC 6598',
      '127.0.0.0/8': 'RFC 1122, section 3.2.1.3',
      '169.254.0.0/16': 'RFC 3927',
      '172.16.0.0/12': 'RFC 1918',
      '192.0.0.0/24': 'RFC 6890, section 2.1',
      '192.168.0.0/16': 'RFC 1918',
      '198.18.0.0/15': 'RFC 2544',
      '224.0.0.0/4': 'RFC 5771',
      '240.0.0.0/4': 'RFC 1112, section 4',
      '::/128': 'RFC 4291',
      '::1/128': 'RFC 4291',
      'fc00::/7': 'RFC 4193',
      'fe80::/10': 'RFC 4291',
      'ff00::/8': 'RFC 4291',
    },
  ),
  own(
    {
      name: 'documentation addresses',
      description: 'Addresses for examples in documents and exercises',
      type: 'cidr',
      matching_attributes: ADDRESSES,
    },
    {
      '192.0.2.0/24': 'RFC 5737',
      '198.51.100.0/24': 'RFC 5737',
      '203.0.113.0/24': 'RFC 5737',
      '2001:db8::/32': 'RFC 3849',
      '3fff::/20': 'RFC 9637',
    },
  ),
  own(
    {
      name: 'special-use names',
      description: 'Names that nobody has in the DNS of the internet',
      type: 'hostname',
      matching_attributes: ['domain', 'hostname', 'url', 'email'],
    },
    {
      localhost: 'RFC 6761, section 6.3',
      invalid: 'RFC 6761, section 6.4',
      test: 'RFC 6761, section 6.2',
      example: 'RFC 6761, section 6.5',
      'example.com': 'RFC 6761, section 6.5',
      'example.net': 'RFC 6761, section 6.5',
      'example.org': 'RFC 6761, section 6.5',
      local: 'RFC 6762',
      'home.arpa': 'RFC 8375',
      alt: 'RFC 9476',
    },
  ),
  own(
    {
      name: 'the empty file',
      description: 'Hashes of a file without a byte',
      type: 'string',
      matching_attributes: ['md5', 'sha1', 'sha256', 'sha512'],
    },
    {
      d41d8cd98f00b204e9800998ecf8427e: 'RFC 1321, appendix A.5',
      da39a3ee5e6b4b0d3255bfef95601890afd80709: 'SHA-1 (FIPS 180-4) of no byte, computed',
      e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855:
        'SHA-256 (FIPS 180-4) of no byte, computed',
      cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e:
        'SHA-512 (FIPS 180-4) of no byte, computed',
    },
  ),
]
