// What Python sets into the script of a SCORM package (manusiawi/exchange/writers/scorm/table.py): the one module that the package holds.

declare const SCORM_MODULE: ScormModule;

interface ScormModule {
  /** The folder of its pages, "nondiskriminasi". */
  module: string;
  language: string;
  /** The page that a learning system opens, below the root of the language. */
  start: string;
  /** The least score in per cent with which a module counts as passed, where the system names none. */
  mastery: number;
  /** Its pages in their order, with their titles; `counts` where the module is not done before the page is marked as read. */
  pages: { path: string; title: string; counts: 0 | 1 }[];
  items: ScormItem[];
}
interface ScormItem {
  id: string;
  /** Its revision in the language of the package, "id-4f2k9". */
  r: string;
  type: string;
  /** The names of its options, rows, steps, places or criteria in an order of their own, which a new order on the page does not change; of a case its scenes. */
  parts: string[];
  /** Of a matching question: the names of what can be matched, in such an order. */
  values?: string[];
  /** The right answer as the record would have it; none where nothing is right or wrong. */
  right?: string[];
  /** Whether the module is not done before it is answered. */
  counts: 0 | 1;
}
/** The interface of SCORM 1.2 that a learning system puts on a window. */
interface ScormApi {
  LMSInitialize(none: ""): string;
  LMSFinish(none: ""): string;
  LMSGetValue(name: string): string;
  LMSSetValue(name: string, value: string): string;
  LMSCommit(none: ""): string;
  LMSGetLastError(): string;
}
