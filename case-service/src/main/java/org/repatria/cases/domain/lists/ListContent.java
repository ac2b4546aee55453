package org.repatria.cases.domain.lists;

/**
 * What tells one content of a list from another.
 *
 * @param digest lower-case hex of SHA-256 over the bytes as handed over
 * @param format {@code CSV} or {@code FTM}
 * @param rows rows of the file, the unreadable ones included
 */
public record ListContent(String digest, ListFormat format, int rows) {}
