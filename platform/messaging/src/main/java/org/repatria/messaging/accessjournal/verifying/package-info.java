/**
 * Verifies an exported access journal by the file alone. Needs nothing but the JDK, so that an auditor can read all of
 * it.
 */
@NullMarked
package org.repatria.messaging.accessjournal.verifying;

import org.jspecify.annotations.NullMarked;
