/** Written next. */
export const CertificateDialog = () => null
