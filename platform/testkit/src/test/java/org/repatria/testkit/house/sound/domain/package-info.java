/** A small service that keeps every rule of the house. Nothing offending belongs here. */
@NullMarked
package org.repatria.testkit.house.sound.domain;

import org.jspecify.annotations.NullMarked;
