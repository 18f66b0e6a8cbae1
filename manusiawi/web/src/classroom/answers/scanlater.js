// The part for phones, a script of its own: it is loaded when a trainer chooses phones.
import { phonesPanel } from "./scanning.js";

/** @type {any} */ (self).coursePhones = phonesPanel;
