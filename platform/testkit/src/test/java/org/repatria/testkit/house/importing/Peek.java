package org.repatria.testkit.house.importing;

import org.repatria.gateway.fixture.OfAnotherService;

/** Looks into another service. */
record Peek(OfAnotherService other) {}
