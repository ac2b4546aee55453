package org.repatria.testkit.house.offending.reactions;

import reactor.core.publisher.Mono;

/** Is not pure. */
record WhenOpenedThenReact(Mono<String> reaction) {}
