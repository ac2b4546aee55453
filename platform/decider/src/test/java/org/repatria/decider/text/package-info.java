/** Tests of what a person can see of a text. */
@NullMarked
package org.repatria.decider.text;

import org.jspecify.annotations.NullMarked;
