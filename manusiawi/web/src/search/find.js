// Answers searches: unpacks the index, finds word families as manusiawi/search/families.py does, lets MiniSearch rank.


/**
 * Opens an index.
 * @param {any} index as manusiawi/search/index.py packs it
 * @param {any} stemmer of the language
 * @param {((affixes: any) => (word: string) => Set<string>) | null} [forms] what takes affixes off a word
 * @returns {SearchEngine}
 */
export function open(index, stemmer, forms) {
  if (index.format !== 1) throw new Error("This index is of another format.");
  const small = new Set(index.small.split(" ")), names = unshortened(index.names), weights = new Map();
  const candidates = forms && forms(index.affixes);
  const bodies = index.documents.map(() => []);
  index.pages.split(" ").slice(0, -1).forEach((row, number) => {
    const pages = gaps(row, index.gaps);
    weights.set(names[number], pages.length);
    pages.forEach(page => { for (let times = page[1]; times; times--) bodies[page[0]].push(names[number]); });
  });
  const mini = new MiniSearch({ fields: ["title", "body"], tokenize(text) { return text.split(" "); }, processTerm(term) { return term; } });
  mini.addAll(index.documents.map((document, number) => ({
    id: number,
    title: telling(document[1]).map(lookUp).join(" "),
    body: bodies[number].join(" ")
  })));

  // ---- Words and their families

  function telling(text) {
    return words(text).filter(word => !small.has(word) && word.length > 1 && !/^\d+$/.test(word));
  }
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

  // ---- Misspellings: every word that is one letter away (Norvig, "How to Write a Spelling Corrector")

  function corrected(word) {
    const found = new Map();
    oneAway(word).forEach(variant => {
      const family = lookUp(variant);
      if (family && !small.has(family) && variant.length > (found.get(family) || "").length) found.set(family, variant);
    });
    // The longer the family's name, the less of the word was taken off to reach it.
    const best = Array.from(found.keys()).sort((one, two) => two.length - one.length || (heavier(one, two) === one ? -1 : 1));
    return best.slice(0, 3).map(family => [family, found.get(family)]);
  }
  function oneAway(word) {
    const made = new Set();
    for (let place = 0; place <= word.length; place++) {
      const before = word.slice(0, place), after = word.slice(place);
      if (after) made.add(before + after.slice(1));
      if (after.length > 1) made.add(before + after[1] + after[0] + after.slice(2));
      for (let code = 97; code < 123; code++) {
        const letter = String.fromCharCode(code);
        if (after) made.add(before + letter + after.slice(1));
        made.add(before + letter + after);
      }
    }
    return made;
  }

  // ---- Searches

  // What a query asks for: each word with its families, or as the beginning of some, or as another word one letter away.
  function read(query) {
    return Array.from(new Set(telling(query))).map(word => {
      const family = lookUp(word);
      if (family) return { word, families: [family] };
      const begun = word.length > 2 ? names.filter(name => name.startsWith(word)) : [];
      if (begun.length) return { word, families: begun };
      const near = word.length > 3 ? corrected(word) : [];
      return { word, families: near.map(pair => pair[0]), near: near.map(pair => pair[1]) };
    });
  }
  // The documents that hold every word of a query, then, where it has three or more, those that lack one; where none
  // holds every word, those that hold most.
  function find(query) {
    const asked = read(query), known = asked.filter(term => term.families.length);
    const families = new Set(known.reduce((all, term) => all.concat(term.families), []));
    const likely = family => asked.some(term => term.near && term.families.indexOf(family) > 0) ? 0.3 : 1;
    let results = mini.search({ combineWith: "OR", queries: Array.from(families) }, { boost: { title: 3 }, boostTerm: likely });
    results.forEach(result => {
      result.held = known.filter(term => term.families.some(family => has(result.match, family))).length;
    });
    const most = Math.max.apply(null, results.map(result => result.held).concat(0)), least = most - (known.length > 2 && most > 1 ? 1 : 0);
    results = results.filter(result => result.held >= least);
    results.sort((one, two) => two.held - one.held || two.score - one.score || one.id - two.id);
    return { asked, families, whole: most === known.length, results: results.map(result => entry(index.documents[result.id])) };
  }
  function entry(document) {
    return { page: document[0], title: document[1], place: index.places[document[2]], anchor: document[3] || "", text: document[4] || document[0] };
  }

  // ---- The passage that answers

  // The part of a result's text that holds most of the families, with its sentence as [words, whether they are a hit] pairs.
  function passage(parts, families) {
    let best = { score: 0, part: parts[0], sentence: parts[0][2][0] || "" };
    parts.forEach(part => {
      const head = hits(part[1], families) / 2;
      part[2].forEach(sentence => {
        const score = hits(sentence, families) + head;
        if (score > best.score) best = { score, part, sentence };
      });
    });
    return { anchor: best.part[0], title: best.part[1], lesson: best.part.slice(3), pieces: shortened(pieces(best.sentence, families)) };
  }
  function hits(text, families) {
    return new Set(words(text).map(lookUp).filter(family => families.has(family))).size;
  }
  function pieces(sentence, families) {
    const made = [];
    let end = 0;
    let found;
    WORD.lastIndex = 0;
    while ((found = WORD.exec(sentence))) {
      if (!families.has(lookUp(found[0].toLowerCase().replace("’", "'")))) continue;
      made.push([sentence.slice(end, found.index), false], [found[0], true]);
      end = found.index + found[0].length;
    }
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
  return { find, passage, lookUp };
}

const WORD = /\d+\/\d+|[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;
function words(text) {
  return text.toLowerCase().replace(/’/g, "'").replace(/(\d+) (?:tahun|of) (\d{4})/g, "$1/$2").match(WORD) || [];
}

// Names in order: a capital letter says how many letters a name shares with the one before, then comes the rest.
function unshortened(packed) {
  let before = "";
  return packed.match(/[A-Z][^A-Z]*/g).map(part => before = before.slice(0, part.charCodeAt(0) - 65) + part.slice(1));
}
// Pages as gaps; "~" is a whole alphabet further, "!" after a page that has the word often.
function gaps(row, alphabet) {
  const pages = [];
  let page = -1;
  Array.from(row).forEach(sign => {
    if (sign === "!") pages[pages.length - 1][1] = 3;
    else if (sign === "~") page += alphabet.length;
    else pages.push([page += alphabet.indexOf(sign) + 1, 1]);
  });
  return pages;
}

function has(object, name) { return Object.prototype.hasOwnProperty.call(object, name); }
