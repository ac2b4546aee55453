package org.repatria.cases.domain.safeguards;

import org.repatria.clocks.Happened;

/**
 * The evidence that a right of the person was observed, or that the person chose not to use it.
 *
 * @param evidence the reference of a document, never its content
 */
public record RightObserved(String id, RightKind kind, Happened on, String evidence, Signature recorded) {}
