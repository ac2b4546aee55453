/**
 * The rules of the house about classes and source files, each with a fixture that breaks it. No rule of the domain
 * lives here.
 */
@NullMarked
package org.repatria.testkit.house;

import org.jspecify.annotations.NullMarked;
