/**
 * What a person can see of a text. It is the one answer to what is blank, what is readable and what may stand in a
 * reference.
 */
@NullMarked
package org.repatria.decider.text;

import org.jspecify.annotations.NullMarked;
