/**
 * The life of an asset lives here: its facts, links, valuations and restraint orders. No framework, no clock and no
 * input or output may.
 */
@NullMarked
package org.repatria.assets.domain;

import org.jspecify.annotations.NullMarked;
