// What the pages and their scripts agree on: every data- attribute, what Python sets into a script, the learner's record, the search.
// The compiler holds the scripts to it (an attribute that stands not here is an error); tests/web/test_contract.py holds Python and pages.

/** Every data- attribute. Those that an element may lack are read with `in` or stand there with a "?". */
interface DOMStringMap {
  // ---- Written by Python, read by scripts.

  /** On a script: the path of its page below the root of the language, "nondiskriminasi/bias.html". */
  page: string;
  /** On a script: the way from its page to that root, "../". */
  root: string;
  /** On a script that offers to read aloud: the address of the script that does. */
  aloud: string;
  /** On a script whose page asks for typed answers: the address of the script that reads them. */
  written?: string;
  /** On a script whose page asks what a room can vote on: the address of the script that shows the answers as codes. */
  codes?: string;

  /** On a question (section.mq): its type, "single-choice" and so on. */
  mq: string;
  /** On a question, and on the morning: its revisions, "id-4f2k9 en-1c0d7"; an answer to another one counts no more. */
  rev: string;
  /** On a control of a question, and as the first half of an answer: the row that it answers. */
  row?: string;
  /** On an entry of a key: the option or row that it is about. */
  o: string;
  /** On an entry of a key: that it is right, and of a row the value that is. */
  key?: string;
  /** On an entry of a key: a choice that belongs to no row. */
  d?: string;
  /** On a typed answer's entry: the foreseen words, as a JSON list. */
  accept?: string;
  /** On a typed answer's entry: the foreseen number, with a point. */
  number?: string;
  /** Beside `number`: how far from it still counts. */
  tolerance: string;
  /** On a reason, or a row of the page of progress: the mistaken belief that it names. */
  m: string;

  /** On a test: its form, "a" or "b". */
  test: string;
  /** On a row of the gain: the form whose result it shows. */
  form: "a" | "b";
  /** On the gain: for each first result, the least rise that is more than chance, "4 5 6"; 0 where none can be. */
  rises: string;
  /** On the gain: for each first result, the least fall that is. */
  falls: string;
  /** On a question of a test, and on a row of its result: the module. */
  module: string;
  /** On a question of a test, and on a row of its result: the outcome. */
  outcome: string;

  /** On a module's row: its pages, "loket/index.html loket/antre.html". */
  pages: string;
  /** On a module's row: its questions. */
  items: string;
  /** On a module's row: the revisions of its questions, in their order, "4f2k9/1c0d7". */
  revs: string;
  /** On a module's row: its questions that count nothing, and yet are cleared with the others and come back. */
  more?: string;
  /** On a module's row: its questions that ask the same in other scenes, "nd-a/nd-b nd-c/nd-d/nd-e". */
  families?: string;
  /** On a question's row of the page of review: the question. */
  item: string;
  /** On that row, and on the question: the others of its family, "nd-b nd-c". */
  siblings?: string;
  /** On that row: the page that sets the question, where it is no self-check. */
  lesson?: string;
  /** On a page that the record fills in: which of them it is. */
  script: "progress" | "review" | "record";

  /** On the lens: the days that its plan runs. */
  days: string;
  /** On an example of the lens: its answers by field, as JSON. */
  fill: string;

  /** On the morning: the last number called before noon; on a choice: how many fewer it lets be called. */
  numbers?: string;
  /** On a choice of the morning: how many people go home. */
  leave?: string;
  /** On a choice of the morning: the deeds that it is. */
  sets?: string;
  /** On what stands in the morning only after a deed: the deed. */
  deed?: string;
  /** On a person of the morning: which of those who come; each morning draws one of two with the same. */
  place?: string;
  /** On the look back at a person of the morning: the person. */
  of: string;

  /** On the search: the address of its engine. */
  engine: string;
  /** On the search: the address of its index. */
  index: string;
  /** On the search: the address of the words of the course, by which misspellings are mended. */
  words: string;
  /** On the search: the folder of the texts. */
  texts: string;

  /** On a page of a trainer's room: the address of what it knows of the course. */
  course?: string;
  /** On a page of a trainer's room: the folder of what it knows of each module. */
  modules?: string;
  /** On a page of a trainer's room: the addresses of all of them, "builder:susun.html projector:layar.html". */
  rooms?: string;
  /** On a page of a trainer's room: the address of the script that draws QR codes. */
  qr?: string;
  /** On a page of a trainer's room: the address of the script that reads cards in a picture. */
  cards?: string;
  /** On a page of a trainer's room: the address of the script that reads QR codes in a picture. */
  scan?: string;
  /** On a page of a trainer's room: the address of the script that shows what a class thinks. */
  findings?: string;
  /** On a page of a trainer's room: the address of the script that takes in the answers of phones. */
  phones?: string;

  /** On the page that keeps the course: the way to the root of the site. */
  home: string;
  /** On the page that keeps the course: the address of what unpacks it. */
  unpack: string;
  /** On a row of it: the language. */
  keep: string;
  /** On a button of it: what it does. */
  do: "keep" | "drop";

  // ---- Written by Python, read by styles or by nobody yet.

  /** On an answer of an example of the lens: its step. */
  step: string;
  /** On a sheet to print: its kind, "role-card" and so on. */
  kind: string;
  /** On a sheet to print: how many of it stand on a page. */
  per: string;
  /** On a way of a case: the scene that it leads to. */
  to: string;

  // ---- Written by scripts.

  /** On the page (html): "dark" or "light" once chosen, "" where scripts run, missing where they do not. */
  scheme?: string;
  /** On the state of a row: the words that stood there before the record was read. */
  first?: string;
}

// ---- What Python sets in as it publishes a script (manusiawi/render/assets.py): phrases by name, and whose course it is.

declare const WORDS_SITE: any, WORDS_QUIZ: any, WORDS_CRITERIA: any, WORDS_DONE: any, WORDS_VOICE: any, WORDS_ALOUD: any, WORDS_OWN: any;
declare const WORDS_PARTS: any, WORDS_BUILDER: any, WORDS_PROJECTOR: any, WORDS_ANSWERS: any, WORDS_FINDINGS: any, WORDS_PARTICIPANT: any;
declare const WORDS_FIGURES: any, WORDS_CODES: any, WORDS_SCORM: any;
declare const WORDS_TESTS: any, WORDS_LENS: any, WORDS_PAPER: any, WORDS_MORNING: any, WORDS_SEARCH: any, WORDS_KEEP: any;
/** How the language writes numbers, and the words that change them. */
declare const NUMBER_SIGNS: NumberSigns;
interface NumberSigns {
  decimal: string;
  thousands: string;
  /** Patterns of words: before a number below zero, for per cent, and those with which it is another number or none. */
  minus: string;
  percent: string;
  otherwise: string;
  /** Words behind a number, each with the power of ten that it stands for. */
  scales: { [word: string]: number };
}
/** The first part of every name under which the course keeps something on a device. */
declare const COURSE_KEY: string;
/** The stemmer of the page's language, of those in vendor/. */
declare const STEMMER: any;
/** The one Trusted Types policy that the site lets scripts make. */
declare const SCRIPT_POLICY: string;
/** What the course is called. */
declare const COURSE_NAME: string;
/** The way from the root of the script's language to that of the site: "" or "../". */
declare const COURSE_TOP: string;

// ---- The learner's record. Times are milliseconds since 1970.

type Section = "items" | "pages" | "tests" | "place";
interface LearnerRecord {
  v: number;
  /** By question; the morning by the path of its page. */
  items: { [id: string]: Entry };
  /** When a page was read, by path. */
  pages: { [path: string]: number };
  /** By form. */
  tests: { [form: string]: Sitting };
  /** Where the learner is. */
  place: { lesson?: string };
  /** When a whole record was last put in place of another: by a file, by clearing, by undoing either. */
  at?: number;
}
interface Entry {
  /** The revision that was answered, "id-4f2k9". */
  r: string;
  /** The answer: choices as "row:value", of a case its scenes, of a reflection the criteria that were ticked, of the morning its draw and its choices. */
  a: string[];
  /** Whether it was checked and not changed since. */
  c: 0 | 1;
  /** When it was checked; or reviewed since, by the answer to a sibling. */
  t?: number;
  /** Then: when it was itself checked. */
  o?: number;
  /** Whether it was right. */
  ok?: 0 | 1;
  /** Whether the learner was sure. */
  s?: 0 | 1;
  /** The beliefs that were shown. */
  m?: string[];
  /** The step of review. */
  b?: number;
  /** When it was written. */
  u?: number;
}
interface Sitting {
  /** When it began. */
  t: number;
  /** When it ended. */
  done?: number;
  /** For each question "revision|option"; without an option it was skipped, without an entry not asked. */
  a: { [item: string]: string };
  /** Right and asked, on that day. */
  n?: [number, number];
  /** When it was written. */
  u?: number;
}

// ---- What is kept for use without a network.

/** By language: the version, when it was kept, and how many files it has (older states do not say). */
interface KeptState { [language: string]: { v: string; t: number; n?: number } }
/** An entry of luring.json. */
interface KeptFile { v: string; file: string; bytes: number; sha256: string }

// ---- The search: manusiawi/search/index.py writes the index and the texts, search/find.js opens them.

interface SearchData {
  index?: any;
  /** Every word of the course, packed. */
  words?: string;
  /** By name: parts of a text as [anchor, title, sentences, lesson's title, lesson's address]. */
  texts: { [name: string]: any[] };
  open?(index: any): SearchEngine;
}
interface SearchEngine {
  find(query: string): any;
  learn(words: string): void;
  passage(parts: any[], families: Set<string>, query: string): any;
  lookUp(word: string): string | null;
}
declare const courseSearch: SearchData;

/**
 * What questions/written.js leaves for the questions: the entries of the key that a typed answer meets;
 * null where a number is asked for and none can be read.
 */
declare var courseReader: (entries: HTMLElement[], text: string) => HTMLElement[] | null;

// ---- Libraries that stand in vendor/.

declare const fzstd: { decompress(data: Uint8Array): Uint8Array };
