package org.repatria.testkit.house.sound.domain;

import java.time.Instant;

/** Keeps the rules. */
public record Door(String id, Instant at) {}
