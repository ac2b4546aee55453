/**
 * Who holds an office at an authority, as the identity provider says it, lives here. No rule about who may do what may.
 */
@NullMarked
package org.repatria.cases.officers;

import org.jspecify.annotations.NullMarked;
