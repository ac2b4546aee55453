/**
 * What a command does is done here with Spring Modulith's own means. Nothing of our services or platform may be used.
 */
@NullMarked
package org.repatria.bench.modulith;

import org.jspecify.annotations.NullMarked;
