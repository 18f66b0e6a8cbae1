// Reads pictures from the standard input, each a line of JSON with its width and height and then its bytes of grey; answers a line each.
import { readCards } from "../../../manusiawi/web/src/classroom/cards/read.js";

let waiting = Buffer.alloc(0);
process.stdin.on("data", chunk => {
  waiting = Buffer.concat([waiting, chunk]);
  for (;;) {
    const end = waiting.indexOf(10);
    if (end < 0) return;
    const { width, height } = JSON.parse(waiting.subarray(0, end).toString());
    const size = width * height;
    if (waiting.length < end + 1 + size) return;
    const data = new Uint8Array(waiting.subarray(end + 1, end + 1 + size));
    waiting = waiting.subarray(end + 1 + size);
    process.stdout.write(`${JSON.stringify(readCards({ data, width, height }))}\n`);
  }
});
