package org.repatria.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.repatria.edge.GeneralProblem;
import org.repatria.edge.Problem;
import org.springframework.http.HttpHeaders;

/** Counts requests per key in this instance and says when one has made too many. */
final class Rates {

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(Limits.BUCKETS_MAX)
            .expireAfterAccess(Limits.BUCKET_AGE_MAX)
            .build();
    private final int perSecond;
    private final int burst;

    Rates(int perSecond) {
        this.perSecond = perSecond;
        this.burst = perSecond * Limits.BURST_SECONDS;
    }

    /**
     * Takes one request of the key's share and tells the caller what is left.
     *
     * @return whether there was one
     */
    boolean take(String key, HttpHeaders answer) {
        var probe = bucket(key).tryConsumeAndReturnRemaining(1);
        answer.set("RateLimit-Limit", Integer.toString(burst));
        answer.set("RateLimit-Remaining", Long.toString(probe.getRemainingTokens()));
        answer.set("RateLimit-Reset", Long.toString(secondsRoundedUp(probe.getNanosToWaitForReset())));
        return probe.isConsumed();
    }

    /** Takes one without telling anybody. */
    void charge(String key) {
        bucket(key).tryConsume(1);
    }

    boolean isExhausted(String key) {
        return bucket(key).getAvailableTokens() < 1;
    }

    Problem exceeded() {
        return Problem.of(GeneralProblem.TOO_MANY_REQUESTS, "At most " + perSecond + " requests a second are taken.")
                .retryAfter(1);
    }

    private Bucket bucket(String key) {
        return buckets.get(
                key,
                _ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                        .build());
    }

    private static long secondsRoundedUp(long nanos) {
        return (nanos + 999_999_999) / 1_000_000_000;
    }
}
