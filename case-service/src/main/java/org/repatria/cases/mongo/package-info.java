/** Claims and list entries in MongoDB, read by {@code _id} only. No public type and no rule lives here. */
@NullMarked
package org.repatria.cases.mongo;

import org.jspecify.annotations.NullMarked;
