/** Checks that the published language in contracts/ and what a service publishes agree. No schema lives here. */
@NullMarked
package org.repatria.testkit.contracts;

import org.jspecify.annotations.NullMarked;
