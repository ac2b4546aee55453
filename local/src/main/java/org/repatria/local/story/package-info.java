/**
 * Plays stories: files of steps that call the system, check the answer and watch what is published. {@code
 * docs/storylines.md} describes the format.
 *
 * <p>Nothing of the domain lives here: what a story knows stands in its file.
 */
@NullMarked
package org.repatria.local.story;

import org.jspecify.annotations.NullMarked;
