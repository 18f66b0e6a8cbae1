// The count-down of a part: it runs on while slides change, and can be hushed.
import { button, make, say } from "../../base/page.js";

/**
 * The bar of a count-down, and what others do with it.
 * @param {any} words
 * @param {() => void} changed called when it starts, stops, or a minute has gone
 */
export function timer(words, changed) {
  const bar = make("div", "show-timer"), clock = make("output", "show-clock"), status = make("p", "sr"), start = button("small", words.start, toggle);
  const hush = button("small show-seldom", words.hush, () => { quiet = !quiet; hush.setAttribute("aria-pressed", String(quiet)); });
  let left = 0, end = 0, quiet = false, pulse = 0, rung = true;
  hush.setAttribute("aria-pressed", "false");
  clock.setAttribute("aria-live", "off");
  status.setAttribute("aria-live", "polite");
  bar.append(clock, start, button("small show-seldom", words["one-more"], () => { add(60); }), hush, status);
  bar.hidden = true;
  function seconds() { return end ? Math.round((end - Date.now()) / 1000) : left; }
  function draw() {
    const now = seconds(), over = now < 0, size = Math.abs(now);
    clock.textContent = `${over ? "+" : ""}${Math.floor(size / 60)}:${String(size % 60).padStart(2, "0")}`;
    bar.classList.toggle("over", now <= 0 && !rung);
    bar.classList.toggle("late", over);
    start.textContent = end ? words.pause : words.start;
    if (end && now <= 0 && !rung) {
      rung = true;
      say(status, words["time-over"]);
      if (!quiet) ring();
      changed();
    }
  }
  function toggle() {
    if (end) { left = seconds(); end = 0; clearInterval(pulse); } else { end = Date.now() + left * 1000; pulse = window.setInterval(draw, 250); }
    draw();
    changed();
  }
  function add(/** @type {number} */ more) {
    if (end) end += more * 1000; else left += more;
    rung = seconds() <= 0;
    draw();
    changed();
  }
  return {
    bar,
    toggle,
    /** Sets it to so many minutes, stopped. */
    set(/** @type {number} */ minutes) {
      clearInterval(pulse);
      end = 0;
      left = minutes * 60;
      rung = !minutes;
      bar.hidden = !minutes;
      draw();
    },
    /** The seconds that are left, and whether it runs. */
    state() { return { left: seconds(), runs: !!end }; },
  };
}

// Two soft tones; a device without sound stays silent.
function ring() {
  try {
    const sound = new AudioContext(), gain = sound.createGain();
    gain.connect(sound.destination);
    gain.gain.value = .15;
    [660, 880].forEach((tone, at) => {
      const voice = sound.createOscillator();
      voice.frequency.value = tone;
      voice.connect(gain);
      voice.start(sound.currentTime + at * .35);
      voice.stop(sound.currentTime + at * .35 + .3);
    });
    setTimeout(() => { sound.close(); }, 1500);
  } catch (error) { /* the words on the screen say it too */ }
}
