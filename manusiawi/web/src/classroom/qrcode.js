// Brings a QR code to a page of a trainer's room; its drawing script is loaded when the first one is asked for.
import { load } from "../base/page.js";

/**
 * The QR code of a text; rejected where the script cannot be loaded or the text is too long.
 * @param {HTMLElement} place the element of class "classroom"
 * @param {string} text
 * @param {string} name what the code holds, in words
 * @returns {Promise<SVGSVGElement>}
 */
export function qrCode(place, text, name) {
  return load(/** @type {string} */ (place.dataset.qr)).then(() => {
    const drawing = /** @type {any} */ (self).courseQr.draw(text);
    drawing.setAttribute("aria-label", name);
    return drawing;
  });
}
