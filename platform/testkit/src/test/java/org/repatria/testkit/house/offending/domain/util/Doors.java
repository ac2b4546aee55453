package org.repatria.testkit.house.offending.domain.util;

/** Breaks the rule about package names. */
public class Doors {}
