/** An identity provider for tests: real keys, real tokens, real HTTP, no users. Nothing of it belongs into a running system. */
@NullMarked
package org.repatria.testkit.identity;

import org.jspecify.annotations.NullMarked;
