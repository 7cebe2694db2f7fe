/** Written next. */
export const VoiceDialog = () => null
