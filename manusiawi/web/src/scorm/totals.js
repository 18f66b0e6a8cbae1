// How far the learner is in the module of a package: what was read and answered, whether it is done, the score in per cent.

/**
 * @param {ScormModule} module
 * @param {{items: {[id: string]: Entry}, pages: {[path: string]: number}}} record
 */
export function totals(module, record) {
  const pages = module.pages.filter(page => page.counts), items = module.items.filter(item => item.counts);
  const judged = items.filter(item => item.right);
  const entryOf = item => record.items[item.id] && record.items[item.id].r === item.r ? record.items[item.id] : null; // a question that changed is to be answered anew
  const answered = items.filter(item => { const entry = entryOf(item); return entry && (entry.ok !== undefined || entry.c === 1); });
  const right = judged.filter(item => { const entry = entryOf(item); return entry && entry.ok === 1; });
  const read = pages.filter(page => record.pages[page.path]);
  return {
    pages: pages.length, read: read.length, items: items.length, answered: answered.length, judged: judged.length, right: right.length,
    done: read.length === pages.length && answered.length === items.length,
    score: judged.length ? Math.round(100 * right.length / judged.length) : null,
  };
}
