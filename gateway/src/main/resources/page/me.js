/** Who is signed in, and what that person's offices may ever do. Whether on one thing, that thing says. */
let person;

export function setMe(data) {
  const operations = new Set(data.operations ?? []);
  person = { ...data, may: (operation) => operations.has(operation) };
}

export const me = () => person;
