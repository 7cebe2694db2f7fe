import {
  anyOf,
  dictionary,
  float,
  hashes,
  hex,
  idOf,
  integer,
  list,
  natural,
  oneOf,
  part,
  shape,
  text,
  timestamp,
  truth,
  word,
  type Shape,
} from './check.ts'
import { must, type Check } from './finding.ts'
import {
  integrityLevel,
  peBinaryType,
  registryDatatype,
  serviceStartType,
  serviceStatus,
  serviceType,
  socketAddressFamily,
  socketType,
} from './vocabulary.ts'

// STIX 2.1 Errata 01: the extensions that the standard itself defines (section 3.10), and
// the types that only one observable has.

const all = (names: string, check: Check) =>
  Object.fromEntries(names.split(/\s+/).map((name) => [name, check]))

const wholeSecond: Check = (value, at) => {
  timestamp(value, at)
  if (typeof value === 'string' && /\.\d*[1-9]/.test(value))
    must(at, '6.7.6', 'a whole second', value)
}
const integerOrText: Check = (value, at) => {
  if (typeof value !== 'string' && !Number.isSafeInteger(value))
    must(at, '6.7.5', 'a whole number or a text', value)
}

const stream = part(shape('6.7.3', { 'name!': text, hashes, size: natural }))
const section = part(shape('6.7.6', { 'name!': text, size: natural, entropy: float, hashes }))
const optionalHeader = part(
  shape(
    '6.7.6',
    {
      ...all(
        `magic_hex win32_version_value_hex checksum_hex subsystem_hex dll_characteristics_hex
        loader_flags_hex`,
        hex,
      ),
      ...all(
        `major_linker_version minor_linker_version address_of_entry_point base_of_code base_of_data
        image_base section_alignment file_alignment major_os_version minor_os_version
        major_image_version minor_image_version major_subsystem_version minor_subsystem_version
        number_of_rva_and_sizes`,
        integer,
      ),
      ...all(
        `size_of_code size_of_initialized_data size_of_uninitialized_data size_of_image
        size_of_headers size_of_stack_reserve size_of_stack_commit size_of_heap_reserve
        size_of_heap_commit`,
        natural,
      ),
      hashes,
    },
    anyOf(),
  ),
)

export const FILE: ReadonlyMap<string, Shape> = new Map([
  [
    'archive-ext',
    shape('6.7.2', { 'contains_refs!': list(idOf('file', 'directory')), comment: text }),
  ],
  ['ntfs-ext', shape('6.7.3', { sid: text, alternate_data_streams: list(stream) }, anyOf())],
  [
    'pdf-ext',
    shape(
      '6.7.4',
      {
        version: text,
        is_optimized: truth,
        document_info_dict: dictionary(text),
        pdfid0: text,
        pdfid1: text,
      },
      anyOf(),
    ),
  ],
  [
    'raster-image-ext',
    shape(
      '6.7.5',
      {
        image_height: integer,
        image_width: integer,
        bits_per_pixel: integer,
        exif_tags: dictionary(integerOrText),
      },
      anyOf(),
    ),
  ],
  [
    'windows-pebinary-ext',
    shape(
      '6.7.6',
      {
        'pe_type!': word(peBinaryType),
        imphash: text,
        machine_hex: hex,
        number_of_sections: natural,
        time_date_stamp: wholeSecond,
        pointer_to_symbol_table_hex: hex,
        number_of_symbols: natural,
        size_of_optional_header: natural,
        characteristics_hex: hex,
        file_header_hashes: hashes,
        optional_header: optionalHeader,
        sections: list(section),
      },
      anyOf(['pe_type']),
    ),
  ],
])

export const NETWORK: ReadonlyMap<string, Shape> = new Map([
  [
    'http-request-ext',
    shape('6.12.2', {
      'request_method!': text,
      'request_value!': text,
      request_version: text,
      request_header: dictionary(list(text)),
      message_body_length: integer,
      message_body_data_ref: idOf('artifact'),
    }),
  ],
  ['icmp-ext', shape('6.12.3', { 'icmp_type_hex!': hex, 'icmp_code_hex!': hex })],
  [
    'socket-ext',
    shape('6.12.4', {
      'address_family!': word(socketAddressFamily),
      is_blocking: truth,
      is_listening: truth,
      options: dictionary(integer),
      socket_type: word(socketType),
      socket_descriptor: natural,
      socket_handle: integer,
    }),
  ],
  ['tcp-ext', shape('6.12.5', { src_flags_hex: hex, dst_flags_hex: hex }, anyOf())],
])

export const PROCESS: ReadonlyMap<string, Shape> = new Map([
  [
    'windows-process-ext',
    shape(
      '6.13.2',
      {
        aslr_enabled: truth,
        dep_enabled: truth,
        priority: text,
        owner_sid: text,
        // The OASIS standard of 2021 says window_title, the text of the errata windows_title.
        window_title: text,
        windows_title: text,
        startup_info: dictionary(),
        integrity_level: word(integrityLevel),
      },
      anyOf(),
    ),
  ],
  [
    'windows-service-ext',
    shape(
      '6.13.3',
      {
        service_name: text,
        descriptions: list(text),
        display_name: text,
        group_name: text,
        start_type: word(serviceStartType),
        service_dll_refs: list(idOf('file')),
        service_type: word(serviceType),
        service_status: word(serviceStatus),
      },
      anyOf(),
    ),
  ],
])

export const USER: ReadonlyMap<string, Shape> = new Map([
  [
    'unix-account-ext',
    shape('6.16.2', { gid: integer, groups: list(text), home_dir: text, shell: text }, anyOf()),
  ],
])

export const mimePart = part(
  shape(
    '6.6.2',
    {
      body: text,
      body_raw_ref: idOf('artifact', 'file'),
      content_type: text,
      content_disposition: text,
    },
    oneOf('6.6.2', 'body', 'body_raw_ref'),
  ),
)
export const registryValue = part(
  shape(
    '6.17.2',
    { name: text, data: text, data_type: word(registryDatatype) },
    oneOf('6.17.2', 'name', 'data', 'data_type'),
  ),
)
export const certificateExtensions = part(
  shape(
    '6.18.2',
    {
      ...Object.fromEntries(
        `basic_constraints name_constraints policy_constraints key_usage extended_key_usage
        subject_key_identifier authority_key_identifier subject_alternative_name
        issuer_alternative_name subject_directory_attributes crl_distribution_points
        inhibit_any_policy certificate_policies policy_mappings`
          .split(/\s+/)
          .map((name) => [name, text]),
      ),
      private_key_usage_period_not_before: timestamp,
      private_key_usage_period_not_after: timestamp,
    },
    anyOf(),
  ),
)
