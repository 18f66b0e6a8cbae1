// Takes the affixes off an Indonesian word, as candidates() of manusiawi/search/families.py does with the same table.
(function (search) {
  "use strict";

  search.candidates = function (affixes) {
    var reached = new Map(), afters = affixes.prefixes.map(function (prefix) { return new RegExp("^(?:" + prefix[2] + ")"); });

    // Every form that is left of a word as affixes come off, itself included.
    return function candidates(word) {
      var found = reached.get(word);
      if (found) return found;
      found = new Set([word]);
      tails(word).forEach(function (tail) {
        var level = [["", tail[1]]];
        for (var depth = 0; depth < 4; depth++) {
          var next = [];
          level.forEach(function (step) {
            if (affixes.apart.indexOf(step[0] + " " + tail[0]) < 0 && possible(step[1], depth)) found.add(step[1]);
            if (depth < 3) heads(step[1]).forEach(function (head) { next.push([step[0] || head[0], head[1]]); });
          });
          level = next;
        }
      });
      Array.from(found).forEach(function (root) {
        affixes.loans.forEach(function (loan) { if (root.endsWith(loan[0])) found.add(root.slice(0, -loan[0].length) + loan[1]); });
      });
      reached.set(word, found);
      return found;
    };

    function possible(root, prefixes) {
      return root.length > 2 && (root.match(/[aeiou]/g) || []).length >= (prefixes < 2 ? 1 : 2);
    }
    function tails(word) {
      var found = [];
      [""].concat(affixes.particles).forEach(function (particle) {
        [""].concat(affixes.possessives).forEach(function (possessive) {
          [""].concat(affixes.suffixes).forEach(function (suffix) {
            var ending = suffix + possessive + particle;
            if (word.endsWith(ending)) found.push([suffix, word.slice(0, word.length - ending.length)]);
          });
        });
      });
      return found;
    }
    function heads(word) {
      var found = [];
      affixes.prefixes.forEach(function (prefix, number) {
        var rest = word.slice(prefix[0].length);
        if (rest.length > 1 && word.startsWith(prefix[0]) && afters[number].test(rest))
          prefix[3].forEach(function (letters) { found.push([prefix[1], letters + rest]); });
      });
      return found;
    }
  };
})(manusiawiSearch);
