// What the pages of a trainer's room know: manusiawi/classroom/ writes it, course.js and everything beside it reads it.

/** HTML of ours as nested lists: a text, or a tag, its attributes and what stands in it. tree.js makes elements of it. */
type Tree = string | [string, { [attribute: string]: string }, ...Tree[]];

/** What classroom-course.js leaves. */
interface ClassroomCourse {
  version: string;
  language: "id" | "en";
  modules: ModuleOverview[];
  workshops: ReadyWorkshop[];
  activities: RoomActivity[];
  /** The address of the sheet for evaluation, "" where there is none. */
  evaluation: string;
  /** Mistaken beliefs by id, as plain text. */
  beliefs: { [id: string]: string };
  /** Every item: its id, its module, its type, its stem as plain text, the test forms in which it stands ("", "a", "b"). */
  items: [string, string, string, string, string][];
}
interface ModuleOverview {
  slug: string;
  number: number;
  title: string;
  /** Of its session in a room. */
  minutes: number;
  /** The address of the trainer's notes, "" where there are none. */
  notes: string;
  /** The lessons that participants read before they come, by their slugs. */
  ahead: string[];
  outcomes: { id: string; text: string }[];
  lessons: { slug: string; title: string; about: string; minutes: number; outcomes: string[] }[];
  cases: { slug: string; title: string; about: string }[];
}
interface ReadyWorkshop {
  id: string;
  title: string;
  days: { start: string; parts: ReadyPart[] }[];
}

/** A module or an activity takes its own minutes; a test, the evaluation and what has a title say theirs. */
interface ReadyPart {
  module?: string;
  activity?: string;
  test?: "before" | "after";
  evaluation?: boolean;
  /** Whether people rest in it. */
  pause?: "break" | "meal";
  title?: string;
  minutes?: number;
}
/** An activity for which a room stands up. */
interface RoomActivity {
  id: string;
  title: string;
  about: string;
  module: string;
  minutes: number;
  /** How many people it is for. */
  smallest: number;
  largest: number;
  /** The address of its notes. */
  page: string;
}

/** What classroom-path.js leaves for participants; addresses count from their page. */
interface ClassroomPath {
  /** Slug, number, title; pages as slug, title, minutes (0 for a case); lessons to read ahead; the questions that are counted, "lk-a lk-b". */
  modules: [string, number, string, [string, string, number][], string[], string][];
  /** By page its questions and the revisions of each, "lk-a 4f2k9/1c0d7 lk-b 5g3m8/2d1f6". */
  pages: { [address: string]: string };
  /** Id, title, module, address. */
  activities: [string, string, string, string][];
  /** The addresses of the test before and the one after; none where the course has none. */
  tests: string[];
}

/** What classroom/<module>.js leaves. */
interface ClassroomModule {
  /** By lesson or case: its sections as anchor, title and sentences, and between them the ids of the items that it sets. */
  lessons: { [slug: string]: (string | [string, string, string[]])[] };
  items: { [id: string]: RoomItem };
  /** Those that serve the module: steps with their minutes, questions for the talk, ways for who cannot stand, see or hear. */
  activities: {
    [id: string]: {
      steps: [number, Tree[]][];
      debrief: { belief: string; ask: Tree[]; reply: Tree[] }[];
      ways: { stand: Tree[]; see: Tree[]; hear: Tree[] };
      materials: Tree[][];
      watch: Tree[][];
    };
  };
  notes: {
    materials: Tree[][];
    /** Each with its minutes in front. */
    steps: Tree[][];
    stepMinutes: number[];
    watch: Tree[][];
    disabilities: Tree[][];
    noNetwork: Tree[];
    prompts: { belief: string; ask: Tree[]; expect: Tree[]; heard: Tree[]; reply: Tree[] }[];
  };
}
interface RoomItem {
  type: string;
  outcome: string;
  bloom: string;
  /** "id-4f2k9 en-1c0d7", as on the section of the question. */
  revisions: string;
  /** The address of the page that sets it, its anchor included. */
  page: string;
  scene?: Tree[];
  stem: Tree[];
  /** Of choices, statements (the key says whether one is true) and places (the key says whether something must be mended). */
  options?: RoomOption[];
  pairs?: [Tree[], Tree[], Tree[]][];
  steps?: [Tree[], Tree[]][];
  answer?: Tree[];
  feedback?: Tree[];
  nodes?: { id: string; title: Tree[]; text: Tree[]; ways: [Tree[], string][]; ending?: Tree[] }[];
  model?: Tree[];
  criteria?: Tree[][];
}
interface RoomOption {
  /** The name under which a learner's record and a class save it. */
  id: string;
  text: Tree[];
  key: boolean;
  feedback: Tree[];
  belief?: string;
}

/** Where the two kinds of file leave what they hold. */
declare const courseClassroom: { course?: ClassroomCourse; modules: { [slug: string]: ClassroomModule } };

// ---- A plan of a workshop (plan/text.js writes it into an address and reads it there).

interface Plan {
  title: string;
  days: PlanDay[];
  /** Whether the room has a network. */
  network: boolean;
  /** What participants said they need: "blind", "low-vision", "deaf", "hard-of-hearing", "wheelchair", "hands", "psychosocial", "learning". */
  needs: string[];
}
interface PlanDay {
  /** "2026-12-04", "" where it is not known yet. */
  date: string;
  /** "08:00". */
  start: string;
  /** Whether it is a day of the fast. */
  fasting: boolean;
  parts: PlanPart[];
}
interface PlanPart {
  kind: "module" | "lesson" | "case" | "item" | "activity" | "test" | "evaluation" | "break" | "prayer" | "meal" | "other";
  /** "nondiskriminasi", "nondiskriminasi/bias", an item's id, an activity's id, a test's form; "" where the kind needs none. */
  ref: string;
  minutes: number;
  /** What a trainer wrote; "" leaves the course's own title. */
  title: string;
}

// ---- Answers of a class (answers/class.js keeps them; the page of answers, the report and `build_quiz.py analyse` read them).

/** A file of a class. Its `format` is "class" and its version 1. */
interface ClassFile {
  format: "class";
  v: 1;
  /** Whose course it is: COURSE_KEY. */
  course: string;
  language: "id" | "en";
  /** The name that a trainer gave it. */
  name: string;
  /** When it was begun, milliseconds since 1970. */
  t: number;
  /** By number of the card or code: the name that a trainer typed, "" without one. It leaves the device only in an export that asks for it. */
  people: { [code: string]: string };
  votes: Vote[];
}
/** One asking of one question. */
interface Vote {
  item: string;
  /** Of a true/false set: the statement that was asked. */
  row?: string;
  /** The revision that was asked, "id-4f2k9". */
  r: string;
  /** 1 for the first vote on it, 2 for the second, and so on. */
  round: number;
  /** Which test or set it belongs to: "a", "b" or "". */
  form: "" | "a" | "b";
  way: "cards" | "phones" | "counts";
  t: number;
  /** By number: the option's id, and whether they were sure, where that was asked. A statement of a true/false set is "id:true" or "id:false". */
  answers: { [code: string]: { o: string; s?: 0 | 1 } };
  /** Where nobody is known by number: how many took each option. */
  counts: { [option: string]: number };
}
