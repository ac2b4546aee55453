/** Tests of the test kit itself: each rule is seen to fail. Nothing here is for other modules. */
@NullMarked
package org.repatria.testkit.contracts;

import org.jspecify.annotations.NullMarked;
