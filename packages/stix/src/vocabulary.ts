/** A list of section 10: open ones advise (`-ov`), enumerations bind (`-enum`). */
export type Vocabulary = {
  readonly section: string
  readonly words: ReadonlySet<string>
  readonly isOpen: boolean
}

const open = (section: string, words: string): Vocabulary => ({
  section,
  words: new Set(words.split(/\s+/)),
  isOpen: true,
})
const closed = (section: string, words: string): Vocabulary => ({
  ...open(section, words),
  isOpen: false,
})

// STIX 2.1 Errata 01, section 10.
export const accountType = open(
  '10.1',
  'facebook ldap nis openid radius skype tacacs twitter unix windows-local windows-domain',
)
export const attackMotivation = open(
  '10.2',
  `accidental coercion dominance ideology notoriety organizational-gain personal-gain
  personal-satisfaction revenge unpredictable`,
)
export const attackResourceLevel = open(
  '10.3',
  'individual club contest team organization government',
)
export const encryptionAlgorithm = closed(
  '10.4',
  'AES-256-GCM ChaCha20-Poly1305 mime-type-indicated',
)
export const extensionType = closed(
  '10.5',
  'new-sdo new-sco new-sro property-extension toplevel-property-extension',
)
export const groupingContext = open('10.7', 'suspicious-activity malware-analysis unspecified')
export const identityClass = open('10.8', 'individual group system organization class unknown')
export const implementationLanguage = open(
  '10.9',
  `applescript bash c c++ c# go java javascript lua objective-c perl php powershell python ruby rust
  scala swift typescript visual-basic x86-32 x86-64`,
)
export const indicatorType = open(
  '10.10',
  'anomalous-activity anonymization benign compromised malicious-activity attribution unknown',
)
export const industrySector = open(
  '10.11',
  `agriculture aerospace automotive chemical commercial communications construction defense education
  energy entertainment financial-services government emergency-services government-local
  government-national government-public-services government-regional healthcare hospitality-leisure
  infrastructure dams nuclear water insurance legal manufacturing mining non-profit pharmaceuticals
  retail technology telecommunications transportation utilities`,
)
export const infrastructureType = open(
  '10.12',
  `amplification anonymization botnet command-and-control control-system exfiltration firewall
  hosting-malware hosting-target-lists phishing reconnaissance routers-switches staging workstation
  unknown`,
)
export const malwareResult = open('10.14', 'malicious suspicious benign unknown')
export const malwareCapability = open(
  '10.13',
  `accesses-remote-machines anti-debugging anti-disassembly anti-emulation anti-memory-forensics
  anti-sandbox anti-vm captures-input-peripherals captures-output-peripherals
  captures-system-state-data cleans-traces-of-infection commits-fraud communicates-with-c2
  compromises-data-availability compromises-data-integrity compromises-system-availability
  controls-local-machine degrades-security-software degrades-system-updates determines-c2-server
  emails-spam escalates-privileges evades-av exfiltrates-data fingerprints-host hides-artifacts
  hides-executing-code infects-files infects-remote-machines installs-other-components
  persists-after-system-reboot prevents-artifact-access prevents-artifact-deletion
  probes-network-environment self-modifies steals-authentication-credentials
  violates-system-operational-integrity`,
)
export const malwareType = open(
  '10.15',
  `adware backdoor bot bootkit ddos downloader dropper exploit-kit keylogger ransomware
  remote-access-trojan resource-exploitation rogue-security-software rootkit screen-capture spyware
  trojan unknown virus webshell wiper worm`,
)
export const socketAddressFamily = closed(
  '10.16',
  'AF_UNSPEC AF_INET AF_IPX AF_APPLETALK AF_NETBIOS AF_INET6 AF_IRDA AF_BTH',
)
export const socketType = closed('10.17', 'SOCK_STREAM SOCK_DGRAM SOCK_RAW SOCK_RDM SOCK_SEQPACKET')
export const opinionScale = closed(
  '10.18',
  'strongly-disagree disagree neutral agree strongly-agree',
)
export const patternType = open('10.19', 'stix pcre sigma snort suricata yara')
export const processorArchitecture = open('10.20', 'alpha arm ia-64 mips powerpc sparc x86 x86-64')
export const region = open(
  '10.21',
  `africa eastern-africa middle-africa northern-africa southern-africa western-africa americas
  caribbean central-america latin-america-caribbean northern-america south-america asia central-asia
  eastern-asia southern-asia south-eastern-asia western-asia europe eastern-europe northern-europe
  southern-europe western-europe oceania antarctica australia-new-zealand melanesia micronesia
  polynesia`,
)
export const reportType = open(
  '10.22',
  `attack-pattern campaign identity incident indicator intrusion-set malware observed-data
  threat-actor threat-report tool vulnerability`,
)
export const threatActorType = open(
  '10.23',
  `activist competitor crime-syndicate criminal hacker insider-accidental insider-disgruntled
  nation-state private-sector sensationalist spy terrorist unknown`,
)
export const threatActorRole = open(
  '10.24',
  `agent director independent infrastructure-architect infrastructure-operator malware-author sponsor`,
)
export const threatActorSophistication = open(
  '10.25',
  'none minimal intermediate advanced expert innovator strategic',
)
export const toolType = open(
  '10.26',
  `denial-of-service exploitation information-gathering network-capture credential-exploitation
  remote-access vulnerability-scanning unknown`,
)
export const integrityLevel = closed('10.27', 'low medium high system')
export const peBinaryType = open('10.28', 'dll exe sys')
export const registryDatatype = closed(
  '10.29',
  `REG_NONE REG_SZ REG_EXPAND_SZ REG_BINARY REG_DWORD REG_DWORD_BIG_ENDIAN REG_DWORD_LITTLE_ENDIAN
  REG_LINK REG_MULTI_SZ REG_RESOURCE_LIST REG_FULL_RESOURCE_DESCRIPTION
  REG_RESOURCE_REQUIREMENTS_LIST REG_QWORD REG_INVALID_TYPE`,
)
export const serviceStartType = closed(
  '10.30',
  `SERVICE_AUTO_START SERVICE_BOOT_START SERVICE_DEMAND_START SERVICE_DISABLED SERVICE_SYSTEM_ALERT`,
)
export const serviceType = closed(
  '10.31',
  `SERVICE_KERNEL_DRIVER SERVICE_FILE_SYSTEM_DRIVER SERVICE_WIN32_OWN_PROCESS
  SERVICE_WIN32_SHARE_PROCESS`,
)
export const serviceStatus = closed(
  '10.32',
  `SERVICE_CONTINUE_PENDING SERVICE_PAUSE_PENDING SERVICE_PAUSED SERVICE_RUNNING
  SERVICE_START_PENDING SERVICE_STOP_PENDING SERVICE_STOPPED`,
)
