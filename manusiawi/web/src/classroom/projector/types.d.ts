// What the projector shows (slides.js makes it, show.js draws it) and what it tells the presenter.

/** One thing on the screen at a time; it comes step by step. */
interface Slide {
  /** Small, above it: the part of the plan or the module. */
  place: string;
  title: string;
  blocks: Block[];
  /** The last step; the first is 0. */
  last: number;
  notes: Note[];
  /** Minutes of the part that begins here, 0 where none does. */
  minutes: number;
  /** Of a scene of a case: the slides to which its choices lead, in their order. */
  ways: number[];
  /** Where "next" leads after the last step. */
  then: number;
  /** The address of its page, "" where it has none. */
  page: string;
}
interface Block {
  kind: "lead" | "scene" | "text" | "stem" | "option" | "reason" | "model";
  trees: Tree[];
  /** The step at which it appears, and that at which it makes room again; -1 where it stays. */
  at: number;
  until: number;
  /** Of an option, a statement, a place, a choice: its letter or number. */
  sign: string;
  /** Of what is judged: the step at which the verdict is seen, the verdict in words, and whether it is the key. */
  judged?: { at: number; words: string; right: boolean };
}
interface Note {
  title: string;
  /** Each a paragraph. */
  trees: Tree[][];
}
