// The items of the course as codes of phones hold them.
import { isVoted, revisionOf } from "./asked.js";

/**
 * @param {string} id
 * @param {RoomItem} item
 * @param {string} language in which it was answered
 * @returns {import("../codes/items.js").CodedItem} without parts, and so never coded, where no room votes on it
 */
export function codedItem(id, item, language) {
  const parts = isVoted(item.type) ? (item.options || []).map(option => option.id) : [];
  return { id, r: revisionOf(item, language), isTrueFalse: item.type === "true-false", parts };
}
