// The engine of searches in a language whose word families the stemmer alone knows.
import { open } from "./find.js";

courseSearch.open = (/** @type {any} */ index) => open(index, new STEMMER());
