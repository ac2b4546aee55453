/**
 * Which lawful ways are open for a person, by which rules, and what the two states agree on. Nothing is decided by
 * itself and no law is written here.
 */
@NullMarked
package org.repatria.cases.domain.strategy;

import org.jspecify.annotations.NullMarked;
