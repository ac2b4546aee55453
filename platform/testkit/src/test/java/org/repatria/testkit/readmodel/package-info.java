/** Views on a real broker: resuming, rebuilding, and what bad days do to them. No domain of any service. */
@NullMarked
package org.repatria.testkit.readmodel;

import org.jspecify.annotations.NullMarked;
