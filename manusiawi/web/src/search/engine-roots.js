// The engine of searches in a language whose words lead back to roots.
import { open } from "./find.js";
import { candidates } from "./roots.js";

courseSearch.open = (/** @type {any} */ index) => open(index, new STEMMER(), candidates);
