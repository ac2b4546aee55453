/**
 * The trace that reading leaves: who consulted what, when and why. It is kept in chains of hashes that auditors take
 * away and verify. What a route reads is no business of this package: that is said where the route is declared.
 */
@NullMarked
package org.repatria.messaging.accessjournal;

import org.jspecify.annotations.NullMarked;
