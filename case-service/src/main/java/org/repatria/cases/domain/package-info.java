/**
 * The words that cases and lists share: persons sought, allegations, states and money. No framework, clock or I/O lives
 * here.
 */
@NullMarked
package org.repatria.cases.domain;

import org.jspecify.annotations.NullMarked;
