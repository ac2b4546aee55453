/** Tests of the policy; nothing of the product lives here. */
@NullMarked
package org.repatria.policy;

import org.jspecify.annotations.NullMarked;
