/**
 * The rules that everything the system leaves behind must keep, as pure functions on plain evidence. The gathering of
 * that evidence lives here too. No code of the product may: what is checked must not check itself.
 */
@NullMarked
package org.repatria.system.checker;

import org.jspecify.annotations.NullMarked;
