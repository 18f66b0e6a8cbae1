"""A stand-in for the device's voices: it keeps what it was asked to say, and tests tell it when a word or a sentence is over."""

from __future__ import annotations

STAND_IN = """
(() => {
  const device = window.device = {voices: VOICES, said: [], now: null};
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
  const synth = {
    getVoices: () => device.voices,
    speak(utterance) {
      if (!utterance.text) return; // what a page says to be allowed to speak later
      if (device.now) throw new Error('two voices at once');
      device.said.push(utterance.text.trim());
      device.now = utterance;
    },
    cancel() {
      const gone = device.now;
      device.now = null;
      if (!gone) return;
      gone.onerror({error: 'interrupted'}); // browsers differ: an error or an end, at once or later
      setTimeout(() => gone.onend({}));
    }
  };
  Object.defineProperty(window, 'speechSynthesis', {value: synth});
  device.word = (at, length) => device.now.onboundary({name: 'word', charIndex: at, charLength: length});
  device.over = () => { const done = device.now; device.now = null; done.onend({}); };
  device.rest = () => { while (device.now) device.over(); return device.said; };
})();
"""
INDONESIAN = {"lang": "id-ID", "name": "Damayanti", "localService": True}
ENGLISH = {"lang": "en-GB", "name": "Daniel", "localService": True}
NETWORK = {"lang": "id-ID", "name": "Jaringan", "localService": False}
