package org.repatria.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedTest {

    @ParameterizedTest(name = "{0} ms are followed by {1} ms")
    @CsvSource({"0, 100", "5, 100", "50, 100", "51, 102", "91, 182", "500, 1000", "501, 1000", "9000, 1000"})
    void a_refresh_that_took_long_is_followed_by_a_longer_pause_and_never_by_more_than_a_second(
            long refresh, long pause) {
        assertThat(Feed.pauseAfter(Duration.ofMillis(refresh))).isEqualTo(Duration.ofMillis(pause));
    }
}
