/**
 * Who may know and do what: the one reviewed table and the answers that follow from it. No route, no query and no token
 * lives here.
 */
@NullMarked
package org.repatria.policy;

import org.jspecify.annotations.NullMarked;
