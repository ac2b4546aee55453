/** An identity provider for tests that signs real tokens. No user, role or rule of production lives here. */
@NullMarked
package org.repatria.testkit.identity;

import org.jspecify.annotations.NullMarked;
