/** Shows that the local servers keep what they acknowledged. No test here knows the product. */
@NullMarked
package org.repatria.servers;

import org.jspecify.annotations.NullMarked;
