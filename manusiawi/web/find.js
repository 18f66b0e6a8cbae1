// Answers searches: unpacks the index, finds word families as manusiawi/search/families.py does, lets MiniSearch rank.
(function (search) {
  "use strict";

  search.open = function (index) {
    if (index.format !== 1) throw new Error("This index is of another format.");
    var small = new Set(index.small.split(" ")), names = unshortened(index.names), weights = new Map();
    var candidates = search.candidates && search.candidates(index.affixes); // Indonesian alone has them
    var stemmer = candidates ? new IndonesianStemmer() : new EnglishStemmer();
    var bodies = index.documents.map(function () { return []; });
    index.pages.split(" ").slice(0, -1).forEach(function (row, number) {
      var pages = gaps(row, index.gaps);
      weights.set(names[number], pages.length);
      pages.forEach(function (page) { for (var times = page[1]; times; times--) bodies[page[0]].push(names[number]); });
    });
    var mini = new MiniSearch({ fields: ["title", "body"], tokenize: function (text) { return text.split(" "); }, processTerm: function (term) { return term; } });
    mini.addAll(index.documents.map(function (document, number) {
      return { id: number, title: telling(document[1]).map(lookUp).join(" "), body: bodies[number].join(" ") };
    }));

    // ---- Words and their families

    function telling(text) {
      return words(text).filter(function (word) { return !small.has(word) && word.length > 1 && !/^\d+$/.test(word); });
    }
    function lookUp(word) {
      if (own(index.odd, word)) return index.odd[word];
      var found = candidates ? Array.from(candidates(word)).filter(function (root) { return weights.has(root); }) : [];
      var outer = found.filter(function (root) {
        return !found.some(function (other) { return root !== other && candidates(other).has(root); });
      });
      if (outer.length) return outer.reduce(heavier);
      var family = stemmer.stemWord(word);
      return weights.has(family) ? family : null;
    }
    function heavier(one, two) {
      var more = weights.get(one) - weights.get(two) || one.length - two.length || (one > two ? 1 : -1);
      return more > 0 ? one : two;
    }

    // ---- Misspellings: every word that is one letter away (Norvig, "How to Write a Spelling Corrector")

    function corrected(word) {
      var found = new Map();
      oneAway(word).forEach(function (variant) {
        var family = lookUp(variant);
        if (family && !small.has(family) && variant.length > (found.get(family) || "").length) found.set(family, variant);
      });
      // The longer the family's name, the less of the word was taken off to reach it.
      var best = Array.from(found.keys()).sort(function (one, two) { return two.length - one.length || (heavier(one, two) === one ? -1 : 1); });
      return best.slice(0, 3).map(function (family) { return [family, found.get(family)]; });
    }
    function oneAway(word) {
      var made = new Set();
      for (var place = 0; place <= word.length; place++) {
        var before = word.slice(0, place), after = word.slice(place);
        if (after) made.add(before + after.slice(1));
        if (after.length > 1) made.add(before + after[1] + after[0] + after.slice(2));
        for (var code = 97; code < 123; code++) {
          var letter = String.fromCharCode(code);
          if (after) made.add(before + letter + after.slice(1));
          made.add(before + letter + after);
        }
      }
      return made;
    }

    // ---- Searches

    // What a query asks for: each word with its families, or as the beginning of some, or as another word one letter away.
    function read(query) {
      return Array.from(new Set(telling(query))).map(function (word) {
        var family = lookUp(word);
        if (family) return { word: word, families: [family] };
        var begun = word.length > 2 ? names.filter(function (name) { return name.startsWith(word); }) : [];
        if (begun.length) return { word: word, families: begun };
        var near = word.length > 3 ? corrected(word) : [];
        return { word: word, families: near.map(function (pair) { return pair[0]; }), near: near.map(function (pair) { return pair[1]; }) };
      });
    }
    // The documents that hold every word of a query, then, where it has three or more, those that lack one; where none
    // holds every word, those that hold most.
    function find(query) {
      var asked = read(query), known = asked.filter(function (term) { return term.families.length; });
      var families = new Set([].concat.apply([], known.map(function (term) { return term.families; })));
      var likely = function (family) { return asked.some(function (term) { return term.near && term.families.indexOf(family) > 0; }) ? 0.3 : 1; };
      var results = mini.search({ combineWith: "OR", queries: Array.from(families) }, { boost: { title: 3 }, boostTerm: likely });
      results.forEach(function (result) {
        result.held = known.filter(function (term) { return term.families.some(function (family) { return own(result.match, family); }); }).length;
      });
      var most = Math.max.apply(null, results.map(function (result) { return result.held; }).concat(0)), least = most - (known.length > 2 && most > 1 ? 1 : 0);
      results = results.filter(function (result) { return result.held >= least; });
      results.sort(function (one, two) { return two.held - one.held || two.score - one.score || one.id - two.id; });
      return { asked: asked, families: families, whole: most === known.length, results: results.map(function (result) { return entry(index.documents[result.id]); }) };
    }
    function entry(document) {
      return { page: document[0], title: document[1], place: index.places[document[2]], anchor: document[3] || "", text: document[4] || document[0] };
    }

    // ---- The passage that answers

    // The part of a result's text that holds most of the families, with its sentence as [words, whether they are a hit] pairs.
    function passage(parts, families) {
      var best = { score: 0, part: parts[0], sentence: parts[0][2][0] || "" };
      parts.forEach(function (part) {
        var head = hits(part[1], families) / 2;
        part[2].forEach(function (sentence) {
          var score = hits(sentence, families) + head;
          if (score > best.score) best = { score: score, part: part, sentence: sentence };
        });
      });
      return { anchor: best.part[0], title: best.part[1], lesson: best.part.slice(3), pieces: shortened(pieces(best.sentence, families)) };
    }
    function hits(text, families) {
      return new Set(words(text).map(lookUp).filter(function (family) { return families.has(family); })).size;
    }
    function pieces(sentence, families) {
      var made = [], end = 0, found;
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
      var first = made[0][0], room = 220;
      if (made.length > 1 && first.length > 120) made[0][0] = "… " + first.slice(first.indexOf(" ", first.length - 100) + 1);
      return made.filter(function (piece, place) {
        if (!place && made.length > 1) return true;
        var whole = piece[0].length <= room, kept = room > 0;
        if (!whole) piece[0] = piece[0].slice(0, piece[0].lastIndexOf(" ", room)) + " …";
        room = whole ? room - piece[0].length : 0;
        return kept;
      });
    }
    return { find: find, passage: passage, lookUp: lookUp };
  };

  var WORD = /\d+\/\d+|[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;
  function words(text) {
    return text.toLowerCase().replace(/’/g, "'").replace(/(\d+) (?:tahun|of) (\d{4})/g, "$1/$2").match(WORD) || [];
  }

  function own(object, name) { return Object.prototype.hasOwnProperty.call(object, name); }

  // Names in order: a capital letter says how many letters a name shares with the one before, then comes the rest.
  function unshortened(packed) {
    var before = "";
    return packed.match(/[A-Z][^A-Z]*/g).map(function (part) { return before = before.slice(0, part.charCodeAt(0) - 65) + part.slice(1); });
  }
  // Pages as gaps; "~" is a whole alphabet further, "!" after a page that has the word often.
  function gaps(row, alphabet) {
    var pages = [], page = -1;
    Array.from(row).forEach(function (sign) {
      if (sign === "!") pages[pages.length - 1][1] = 3;
      else if (sign === "~") page += alphabet.length;
      else pages.push([page += alphabet.indexOf(sign) + 1, 1]);
    });
    return pages;
  }
})(manusiawiSearch);
