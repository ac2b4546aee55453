package org.repatria.cases.flows.intake;

/**
 * One value as the file gives it.
 *
 * @param label the column or property, for the reader of a rejection
 */
record Given(String label, String text) {}
