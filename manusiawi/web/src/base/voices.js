// The voices of the device.

/** What speaks; none on some devices. */
export const synth = self.speechSynthesis;

/**
 * A voice of a language that needs no network; older Androids call Indonesian "in".
 * @param {string} language
 */
export function voiceOf(language) {
  const named = new RegExp(`^(${language}${language === "id" ? "|in" : ""})(?![a-z])`, "i");
  return synth.getVoices().find(voice => voice.localService && named.test(voice.lang));
}
