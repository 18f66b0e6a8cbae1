// The camera: its pictures go to a reader one after the other and nowhere else; what is read of cards comes back as a tally.
import { button, fill, load, make } from "../../base/page.js";
import { trusted } from "../../base/trusted.js";
import { answers, emptyTally, tallied } from "../cards/tally.js";
import { words } from "./words.js";

const LARGE = { width: { ideal: 4096 }, height: { ideal: 2160 } }; // the largest that the camera has
const REST = 120; // milliseconds between two pictures at least, so that a phone stays cool
const MARKER = 0.17, LEAST = 26, VIEW = 65 * Math.PI / 180; // metres of a card's marker, its least size in pixels, what a phone or laptop sees across

/**
 * How far away a card of one to a sheet is still read, in metres.
 * @param {number} width of the picture in pixels
 */
export function reach(width) { return MARKER * width / (LEAST * 2 * Math.tan(VIEW / 2)); }

/**
 * What reads a picture; a worker where the browser lets one be made, which it does not on a memory stick.
 * @param {string} address of the reader's script
 * @param {(image: ImageData) => any} call what it offers in the page
 * @returns {{read: (image: ImageData) => Promise<any>, end: () => void}}
 */
function readerOf(address, call) {
  let worker = /** @type {Worker | null} */ (null);
  try { worker = new Worker(trusted(address)); } catch (error) { /* as on a memory stick */ }
  const here = image => load(address).then(() => new Promise(done => {
    const idle = /** @type {any} */ (self).requestIdleCallback || (work => setTimeout(work, 30)); // a press of a button goes first
    idle(() => { done(call(image)); });
  }));
  const apart = image => new Promise((done, failed) => {
    const working = /** @type {Worker} */ (worker);
    working.onmessage = ({ data }) => { done(data); };
    working.onerror = failed;
    working.postMessage(image);
  }).catch(() => { worker = null; return here(image); });
  return { read: image => worker ? apart(image) : here(image), end() { if (worker) worker.terminate(); } };
}

/**
 * What reads pictures: its script, what to call of it in the page, the widest picture that it wants, what the panel says.
 * @typedef {object} Device
 * @property {string} address
 * @property {(image: ImageData) => any} read what it read, or a promise of it
 * @property {number} widest in pixels
 * @property {(width: number, height: number) => string} on what to say once the camera is on
 * @property {string} unread what to say where the script cannot be loaded
 * @property {() => void} forget drops what was read so far
 */

/**
 * The camera's part of the panel of cards.
 * @param {import("./room.js").Room} room
 * @param {(seen: import("../cards/tally.js").Answer[]) => void} seen told after each picture
 * @returns {{element: HTMLElement, forget: () => void}} `forget` drops what was read so far, as before another show of the cards
 */
export function cameraPart(room, seen) {
  let tally = emptyTally();
  function forget() { tally = emptyTally(); }
  const element = pictureReader(room, {
    address: /** @type {string} */ (room.place.dataset.cards), widest: Infinity, unread: words["camera-unread"], forget,
    read: image => /** @type {any} */ (self).courseCards.readCards(image),
    on: (width, height) => fill(words["camera-on"], { width, height, metres: Math.floor(reach(Math.max(width, height))) }),
  }, readings => {
    tally = tallied(tally, readings);
    seen(answers(tally));
  });
  return { element, forget };
}

/**
 * Start, stop, which camera, its picture, and what becomes of what is read.
 * @param {import("./room.js").Room} room
 * @param {Device} device
 * @param {(readings: any) => void} seen told after each picture
 * @returns {HTMLElement}
 */
export function pictureReader(room, device, seen) {
  const box = make("div", "k-camera"), said = make("p", "k-camera-said"), tools = make("div", "k-tools"), picture = make("video"), which = make("select");
  const media = navigator.mediaDevices;
  said.setAttribute("aria-live", "polite");
  if (!media || !media.getUserMedia) {
    said.textContent = words[self.isSecureContext ? "camera-none" : "camera-http"];
    box.append(said);
    return box;
  }
  let stream = /** @type {MediaStream | null} */ (null), reader = /** @type {ReturnType<typeof readerOf> | null} */ (null), turn = 0;
  const canvas = make("canvas"), context = canvas.getContext("2d", { willReadFrequently: true });
  const start = button("md-button", words["camera-start"], () => { open({ facingMode: "environment" }); });
  const stop = button("k-tab", words["camera-stop"], () => { close(words["camera-off"]); start.focus(); });
  picture.muted = true;
  picture.setAttribute("playsinline", "");
  picture.setAttribute("aria-label", words["camera-picture"]);
  which.setAttribute("aria-label", words["camera-which"]);
  which.onchange = () => { open({ deviceId: { exact: which.value } }); };
  stop.hidden = which.hidden = picture.hidden = true;
  tools.append(start, stop, which);
  box.append(tools, said, picture);

  function open(camera) {
    const mine = ++turn;
    release();
    said.textContent = words["camera-asking"];
    media.getUserMedia({ audio: false, video: { ...camera, ...LARGE } }).then(found => {
      if (mine !== turn) { found.getTracks().forEach(track => { track.stop(); }); return; }
      stream = found;
      found.getVideoTracks()[0].onended = () => { if (mine === turn) close(words["camera-ended"]); };
      picture.srcObject = found;
      start.hidden = !(stop.hidden = picture.hidden = false);
      stop.focus();
      list();
      return picture.play().then(() => {
        said.textContent = device.on(picture.videoWidth, picture.videoHeight);
        reader = readerOf(device.address, device.read);
        next(mine);
      });
    }).catch(error => {
      if (mine !== turn) return;
      const known = { NotAllowedError: "camera-refused", NotFoundError: "camera-absent", OverconstrainedError: "camera-absent", NotReadableError: "camera-busy" };
      close(words[known[error.name] || "camera-none"]);
    });
  }
  function next(mine) {
    if (mine !== turn || !context || !reader) return;
    const began = Date.now(), share = Math.min(1, device.widest / picture.videoWidth), width = Math.round(picture.videoWidth * share), height = Math.round(picture.videoHeight * share);
    canvas.width = width;
    canvas.height = height;
    context.drawImage(picture, 0, 0, width, height);
    reader.read(context.getImageData(0, 0, width, height)).then(readings => {
      if (mine !== turn) return;
      seen(readings);
      setTimeout(next, Math.max(0, REST - (Date.now() - began)), mine);
    }, () => { if (mine === turn) close(device.unread); });
  }
  function list() {
    media.enumerateDevices().then(devices => {
      const cameras = devices.filter(({ kind }) => kind === "videoinput"), used = stream && stream.getVideoTracks()[0].getSettings().deviceId;
      which.textContent = "";
      cameras.forEach(({ deviceId, label }, at) => {
        const option = make("option", "", label || fill(words["camera-number"], { number: at + 1 }));
        option.value = deviceId;
        option.selected = deviceId === used;
        which.append(option);
      });
      which.hidden = cameras.length < 2;
    }, () => { which.hidden = true; });
  }
  function release() {
    if (stream) stream.getTracks().forEach(track => { track.stop(); });
    if (reader) reader.end();
    stream = reader = null;
    picture.srcObject = null;
    canvas.width = canvas.height = 0; // the last picture goes, too
    device.forget();
  }
  function close(text) {
    turn++;
    release();
    start.hidden = !(stop.hidden = which.hidden = picture.hidden = true);
    said.textContent = text;
  }
  function hidden() { if (document.hidden && stream) close(words["camera-hidden"]); }
  document.addEventListener("visibilitychange", hidden);
  room.leaving(() => {
    document.removeEventListener("visibilitychange", hidden);
    close("");
  });
  return box;
}
