// Answers searches: finds the families of words as manusiawi/language/families.py does, and the documents and passages that hold them.
import { names as unpacked, pages } from "./packed.js";
import { ranking } from "./rank.js";
import { meant } from "./spelling.js";
import { reader } from "./words.js";

/**
 * Opens an index.
 * @param {any} index as manusiawi/search/index.py packs it
 * @param {any} stemmer of the language
 * @param {((affixes: any) => (word: string) => Set<string>) | null} [forms] what takes affixes off a word
 * @returns {SearchEngine}
 */
export function open(index, stemmer, forms) {
  if (index.format !== 3) throw new Error("This index is of another format.");
  const small = new Set(index.small.split(" ")), names = unpacked(index.names), weights = new Map();
  const candidates = forms && forms(index.affixes), words = reader(index.beside);
  const bodies = index.documents.map(() => new Map());
  index.pages.split(" ").slice(0, -1).forEach((row, number) => {
    const found = pages(row, index.gaps);
    weights.set(names[number], found.length);
    found.forEach(([page, times]) => { bodies[page].set(names[number], times); });
  });
  const rank = ranking(index.documents.map(document => words(document[1]).map(({ word }) => word).filter(telling).map(lookUp)), bodies);
  let known = /** @type {Set<string> | null} */ (null);

  // ---- Words and their families

  function telling(word) { return !small.has(word) && word.length > 1; }
  function lookUp(word) {
    if (has(index.odd, word)) return index.odd[word];
    const found = candidates ? Array.from(candidates(word)).filter(root => weights.has(root)) : [];
    const outer = found.filter(root => !found.some(other => root !== other && /** @type {any} */ (candidates)(other).has(root)));
    if (outer.length) return outer.reduce(heavier);
    const family = stemmer.stemWord(word);
    return weights.has(family) ? family : null;
  }
  function heavier(one, two) {
    const more = weights.get(one) - weights.get(two) || one.length - two.length || (one > two ? 1 : -1);
    return more > 0 ? one : two;
  }

  // ---- Searches

  // What a query asks for: each word with its families, or as the beginning of some, or as a word of the course one letter away.
  function read(query) {
    const asked = new Map(), left = new Set();
    words(query).forEach(({ word, as }) => {
      if (telling(word) || /^\d$/.test(word)) asked.set(word, asked.get(word) || term(word, as)); else left.add(as);
    });
    return { asked: Array.from(asked.values()), left: Array.from(left) };
  }
  function term(word, as) {
    const number = /^(§?)(\d+[a-z]*)$/.exec(word), family = lookUp(word);
    const families = number ? numbered(number[2], number[1]) : family ? [family] : word.length > 2 ? names.filter(name => name.startsWith(word)) : [];
    if (families.length || /^[§\d]/.test(word) || word.length < 4) return { word: as, families };
    const near = known && meant(word, known, lookUp, heavier);
    return { word: as, families: near ? near.map(pair => pair[0]) : [], near: near && near.map(pair => pair[1]) };
  }
  // A number stands for articles and laws of that number or year, then for itself; an article for itself, or for those with a letter behind it.
  function numbered(number, sign) {
    const exact = new RegExp(sign ? `^§${number}$` : `^§?${number}$|^${number}/|/${number}$`), lettered = new RegExp(`^§${number}[a-z]+$`);
    const found = names.filter(name => exact.test(name));
    return found.length ? found.reverse() : names.filter(name => lettered.test(name));
  }
  // The documents that hold every word of a query, then those that lack one, where it has three or more or they hold the law that it
  // names; where none holds every word, those that hold most.
  function find(query) {
    const { asked, left } = read(query), held = asked.filter(term => term.families.length);
    const families = new Set(held.reduce((all, term) => all.concat(term.families), []));
    const likely = family => held.some(term => term.families.indexOf(family) > 0 && (term.near || held.length < 2 && /^\d+$/.test(family))) ? 0.3 : 1;
    let results = Array.from(rank(families, likely)).map(([number, found]) => ({
      number, score: found.score, held: held.filter(term => term.families.some(family => found.held.has(family))).length,
      close: held.length > 2 || Array.from(found.held).some(family => family.includes("/"))
    }));
    const most = Math.max(0, ...results.map(result => result.held));
    results = results.filter(result => result.held === most || result.held > 0 && result.held === most - 1 && result.close);
    results.sort((one, two) => two.held - one.held || two.score - one.score || place(one) - place(two) || one.number - two.number);
    return { asked, left, families, whole: most === held.length, results: results.map(result => entry(index.documents[result.number])) };
  }
  // Where two hold as much, the course's own order decides.
  /** @param {{number: number}} result */
  function place(result) { return index.documents[result.number][2]; }
  function entry(document) {
    return { page: document[0], title: document[1], place: index.places[document[2]], anchor: document[3] || "",
      text: document[4] ? `${document[0]}/${document[3]}` : document[0] };
  }
  // Words that no family has are compared with those of the course only once these are known.
  function learn(packed) { known = new Set(unpacked(packed)); }

  // ---- The passage that answers

  // The part of a result's text that is the article asked for, or else holds most of the families, with its sentence as [words, whether they are a hit] pairs.
  function passage(parts, families, query) {
    const asked = query.toLowerCase();
    let best = { score: 0, part: parts[0], sentence: parts[0][2][0] || "" };
    parts.forEach(part => {
      const article = words(part[1]).some(({ word }) => word[0] === "§" && families.has(word));
      const head = hits(part[1], families) / 2 + (article ? 9 : 0) + (article && asked.includes(part[1].toLowerCase()) ? 1 : 0);
      part[2].forEach(sentence => {
        const score = hits(sentence, families) + head;
        if (score > best.score) best = { score, part, sentence };
      });
    });
    return { anchor: best.part[0], title: best.part[1], lesson: best.part.slice(3), pieces: shortened(pieces(best.sentence, families)) };
  }
  function hits(text, families) {
    return new Set(words(text).map(({ word }) => lookUp(word)).filter(family => families.has(family))).size;
  }
  function pieces(sentence, families) {
    const made = [];
    let end = 0;
    words(sentence).forEach(({ word, as, at }) => {
      if (!families.has(lookUp(word))) return;
      made.push([sentence.slice(end, at), false], [as, true]);
      end = at + as.length;
    });
    made.push([sentence.slice(end), false]);
    return made;
  }
  // Sentences of law are long: about a hundred letters before the first hit and twice as many after it.
  function shortened(made) {
    const first = made[0][0];
    let room = 220;
    if (made.length > 1 && first.length > 120) made[0][0] = `… ${first.slice(first.indexOf(" ", first.length - 100) + 1)}`;
    return made.filter((piece, place) => {
      if (!place && made.length > 1) return true;
      const whole = piece[0].length <= room, kept = room > 0;
      if (!whole) piece[0] = `${piece[0].slice(0, piece[0].lastIndexOf(" ", room))} …`;
      room = whole ? room - piece[0].length : 0;
      return kept;
    });
  }
  return { find, learn, passage, lookUp };
}

function has(object, name) { return Object.prototype.hasOwnProperty.call(object, name); }
