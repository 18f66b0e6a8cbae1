// Makes elements of the nested lists in which the course's HTML comes: the site's policy lets no script read HTML as text.

const TAGS = new Set("a abbr b bdi blockquote br cite code dd del dfn div dl dt em hr i img ins kbd li mark ol p pre q s small span strong sub sup table tbody td th thead tr u ul".split(" "));
const ATTRIBUTES = new Set("alt class href lang src start title".split(" "));

/**
 * Puts what some trees hold into an element, which is returned.
 * @template {HTMLElement} Into
 * @param {Into} into
 * @param {Tree[]} trees
 * @returns {Into}
 */
export function grow(into, trees) {
  trees.forEach(tree => { into.append(typeof tree === "string" ? tree : element(tree)); });
  return into;
}

/**
 * A tag that is not on the list becomes a span, an attribute that is not stays away: what the course's own pages show is on it.
 * @param {Exclude<Tree, string>} tree
 */
function element(tree) {
  const [tag, attributes, ...children] = tree;
  const made = document.createElement(TAGS.has(tag) ? tag : "span");
  Object.keys(attributes).filter(name => ATTRIBUTES.has(name)).forEach(name => { made.setAttribute(name, attributes[name]); });
  return grow(made, children);
}

/**
 * The words of some trees, without marks.
 * @param {Tree[]} trees
 * @returns {string}
 */
export function plain(trees) { return trees.map(tree => typeof tree === "string" ? tree : plain(/** @type {Tree[]} */ (tree.slice(2)))).join(""); }
