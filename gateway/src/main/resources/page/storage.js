/** What this browser remembers for a person. Storage can be forbidden or full: the page then forgets, and works. */
export function remembered(name, otherwise) {
  try {
    const text = localStorage.getItem(`repatria.${name}`);
    return text === null ? otherwise : JSON.parse(text);
  } catch {
    return otherwise;
  }
}

export function remember(name, value) {
  try {
    localStorage.setItem(`repatria.${name}`, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** The theme and the language are read before the page starts (early.js), so they are kept as they are. */
export function rememberWord(name, word) {
  try {
    localStorage.setItem(`repatria.${name}`, word);
  } catch {
    // Forgotten at the next visit.
  }
}
