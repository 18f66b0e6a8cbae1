// The voices of the device.

/** What speaks; none on some devices. */
export const synth = self.speechSynthesis;

// Firefox on Linux calls none of its voices local, though each is the device's own speech-dispatcher's, and no other browser names one so.
function isOfDevice(voice) { return voice.localService || /^urn:moz-tts:speechd:/.test(voice.voiceURI); }

/**
 * A voice of a language that needs no network; older Androids call Indonesian "in".
 * @param {string} language
 */
export function voiceOf(language) {
  const named = new RegExp(`^(${language}${language === "id" ? "|in" : ""})(?![a-z])`, "i");
  return synth.getVoices().find(voice => isOfDevice(voice) && named.test(voice.lang));
}
