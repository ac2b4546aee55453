package org.repatria.api;

import static org.repatria.api.Stage.CARL;

import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

/** What a caller hears while the database is away. */
final class StoreProblemsTest {

    @Test
    void a_store_that_is_away_is_named_with_a_time_to_try_again() {
        Stage.as(CARL, Stage.api())
                .get()
                .uri("/v1/broken/store")
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .valueEquals("Retry-After", "2")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("STORE_UNAVAILABLE")
                .jsonPath("$.detail")
                .isEqualTo("Nothing is half done; repeat with the same Idempotency-Key.");
    }
}
