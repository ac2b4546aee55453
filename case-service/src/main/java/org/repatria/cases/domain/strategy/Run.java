package org.repatria.cases.domain.strategy;

import java.time.Instant;

/**
 * One run of the engine with all that it looked at and what it found, kept as it was.
 *
 * @param id counts the runs of a case
 * @param edition of the reference data that was read
 */
public record Run(String id, Instant at, String requestedBy, EngineInput input, Findings findings, String edition) {}
