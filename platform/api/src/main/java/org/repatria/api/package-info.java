/**
 * What every service's API has in common: commands, lists from views, journals, what operators do. No word of any
 * service's domain lives here.
 */
@NullMarked
package org.repatria.api;

import org.jspecify.annotations.NullMarked;
