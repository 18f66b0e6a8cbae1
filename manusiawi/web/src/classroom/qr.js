// Draws a QR code as SVG in one path; a script of its own, since few visits need it. The library is lean-qr in its small form: the whole one sets styles by text.
import { correction, generate } from "lean-qr/nano";

const SVG = "http://www.w3.org/2000/svg", QUIET = 4; // modules of white around it (ISO/IEC 18004, 9.1)

/** @type {any} */ (self).courseQr = {
  /**
   * The drawing of a text: correction as high as the smallest size allows. Throws where the text is too long for any code.
   * @param {string} text
   * @returns {SVGSVGElement} black on white, without a name: who shows it says in words what it holds
   */
  draw(text) {
    const code = generate(text, { minCorrectionLevel: correction.L }), size = code.size + 2 * QUIET;
    let path = "";
    for (let y = 0; y < code.size; y++) {
      for (let x = 0; x < code.size; x++) {
        if (!code.get(x, y)) continue;
        let long = 1;
        while (code.get(x + long, y)) long++;
        path += `M${x + QUIET} ${y + QUIET}h${long}v1h-${long}z`;
        x += long;
      }
    }
    const drawing = document.createElementNS(SVG, "svg"), ground = document.createElementNS(SVG, "path"), squares = document.createElementNS(SVG, "path");
    drawing.setAttribute("viewBox", `0 0 ${size} ${size}`);
    drawing.setAttribute("class", "qr-code");
    drawing.setAttribute("role", "img");
    ground.setAttribute("d", `M0 0h${size}v${size}H0z`);
    ground.setAttribute("fill", "#fff");
    squares.setAttribute("d", path);
    squares.setAttribute("fill", "#000");
    squares.setAttribute("shape-rendering", "crispEdges");
    drawing.append(ground, squares);
    return drawing;
  },
};
