// Holds the record for the pages of a memory stick, each of which has it in a frame: tells what is kept, keeps what is handed on.

function tell() {
  parent.postMessage({ [COURSE_KEY]: localStorage.getItem(COURSE_KEY), mark: localStorage.getItem(`${COURSE_KEY}-tanda`) }, "*");
}
addEventListener("message", event => {
  const text = event.source === parent && event.data && event.data[COURSE_KEY];
  if (typeof text === "string") localStorage.setItem(COURSE_KEY, text);
});
addEventListener("storage", tell); // the frame of another tab has changed it
addEventListener("pageshow", event => { if (event.persisted) tell(); }); // Back brought the page out of memory, and the frame with it
tell();
