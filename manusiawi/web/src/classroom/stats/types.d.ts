// What the figures of a class are reckoned from, and the shapes in which they come. Shares lie from 0 to 1; intervals hold at 95 per cent.

declare namespace Figures {
  /** A question that was put to a class. */
  interface Item {
    id: string;
    /** The right options; none where the question asks for an opinion. */
    keys: string[];
    /** All options, in the order in which they were shown. */
    options: string[];
    outcome?: string;
    /** The mistaken belief behind an option, by option. */
    misconceptions?: { [option: string]: string };
  }

  interface Answer {
    option: string;
    /** Whether the person said to be sure; left out where nobody asked. */
    sure?: boolean;
  }

  /** What a class answered in one sitting or one vote. A person or an answer that is not there is missing. */
  interface Answers {
    items: Item[];
    /** By card number or code, then by question. */
    people: { [code: string]: { [item: string]: Answer } };
  }

  /** Hands or papers that were only counted: by question, then by option. */
  interface Counts {
    [item: string]: { [option: string]: number };
  }

  /** Why there is no figure. */
  type Reason =
    | "small-group" // fewer than LEAST people
    | "hands" // hands were counted, and nobody is known by a number
    | "small-part" // one part of the group, as those who were sure, holds somebody, yet fewer than LEAST
    | "no-key" // a question of opinion has no right answer
    | "one-item" // a set needs two questions at least
    | "everybody-right"
    | "nobody-right"
    | "same-rest" // all have the same number of right answers on the other questions
    | "same-total" // all have the same number of right answers
    | "nobody-changed" // nobody went from right to wrong or from wrong to right
    | "same-difference"; // all gained, or lost, the same

  /** In the place of a figure that cannot be reckoned. */
  interface NotEstimable {
    estimable: false;
    reason: Reason;
    /** The people it would be about. */
    n: number;
  }

  /** A count among n people as a share, with Wilson's interval. */
  interface Share {
    estimable: true;
    count: number;
    n: number;
    share: number;
    low: number;
    high: number;
  }

  /** A figure with its interval. */
  interface Estimate {
    estimable: true;
    n: number;
    value: number;
    low: number;
    high: number;
  }

  /** The answers to one question, counted. */
  interface Tally {
    /** Who answered with one of the options. */
    n: number;
    /** People of the class without an answer; 0 where hands were counted, since nobody knows. */
    missing: number;
    /** Answers with a letter that the question does not have; they count nowhere else. */
    strange: number;
    counts: { [option: string]: number };
  }

  interface OptionShare extends Share {
    option: string;
    /** Whether it is a key. */
    right: boolean;
  }

  interface OptionShares {
    estimable: true;
    n: number;
    missing: number;
    strange: number;
    options: OptionShare[];
  }

  /** Certainty against rightness. */
  interface Sureness {
    estimable: true;
    /** People; of a set, those who said of one answer at least whether they were sure. */
    n: number;
    sureRight: number;
    sureWrong: number;
    unsureRight: number;
    unsureWrong: number;
    /** Answers with nothing said about certainty. */
    unsaid: number;
    /** The right ones among the sure answers, and among the unsure ones; null where there are none. */
    ofSure: Share | Portion | null;
    ofUnsure: Share | Portion | null;
  }

  /** A part of answers of which one person can have given several: a share without an interval. */
  interface Portion {
    count: number;
    answers: number;
    share: number;
  }

  /** The whole answer sheets of a set: who answered all that was asked. */
  interface Sheet {
    /** Questions with a key that somebody answered. */
    items: Item[];
    /** Questions with a key that nobody answered; they count nowhere. */
    unasked: string[];
    codes: string[];
    /** 1 for right, 0 for wrong: a row for each code, a column for each question. */
    rows: number[][];
    /** People who answered some of the questions, and therefore do not count. */
    incomplete: number;
    /** People who answered none. */
    absent: number;
  }

  /** Coefficient alpha, with Feldt's interval. */
  interface Alpha extends Estimate {
    /** The questions it is about, */
    items: number;
    /** and those of them that all had right or all had wrong. */
    constant: string[];
  }

  interface ItemFigures {
    id: string;
    facility: Share | NotEstimable;
    discrimination: Estimate | NotEstimable;
    idle: Idle | NotEstimable;
  }

  /** Wrong options that nobody took. */
  interface Idle {
    estimable: true;
    n: number;
    options: string[];
  }

  interface OutcomeTally {
    estimable: true;
    outcome: string;
    items: string[];
    n: number;
    right: Portion;
  }

  interface MisconceptionTally {
    estimable: true;
    misconception: string;
    /** The questions that offered it. */
    items: string[];
    n: number;
    /** The answers that followed it, of all answers to those questions. */
    taken: Portion;
    /** The people who followed it once or oftener, of those who met it. */
    people: Share;
  }

  /** What became of the answers of the same people to a question. */
  interface Change {
    estimable: true;
    /** People with both answers; */
    n: number;
    /** people with one of them. */
    unpaired: number;
    rightRight: number;
    rightWrong: number;
    wrongRight: number;
    wrongWrong: number;
    before: Share;
    after: Share;
    /** From which option to which; only those that somebody took. */
    moves: { from: string; to: string; count: number }[];
    test: McNemar | NotEstimable;
  }

  /** McNemar's test, exact and two-sided; value is p. */
  interface McNemar {
    estimable: true;
    n: number;
    value: number;
  }

  /** What became of opinions: no right, no wrong. */
  interface Moves {
    estimable: true;
    n: number;
    unpaired: number;
    moves: { from: string; to: string; count: number }[];
  }

  /** The mean difference of the same people's shares right, with its t-interval. */
  interface MeanDifference extends Estimate {
    /** The means before and after. */
    before: number;
    after: number;
    /** People with a whole sheet in one sitting alone. */
    unpaired: number;
  }
}
