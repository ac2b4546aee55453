package org.repatria.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

class TokensTest {

    private final List<String> checked = new ArrayList<>();
    private Instant expires = Instant.now().plus(Duration.ofMinutes(5));

    private final ReactiveJwtDecoder decoder = Tokens.believedForAWhile(token -> {
        checked.add(token);
        return token.startsWith("bad")
                ? Mono.error(new BadJwtException("forged"))
                : Mono.just(Jwt.withTokenValue(token)
                        .header("alg", "RS256")
                        .subject(token)
                        .expiresAt(expires)
                        .build());
    });

    @Test
    void a_good_token_is_checked_once() {
        assertThat(decoder.decode("carl").block())
                .isEqualTo(decoder.decode("carl").block());

        assertThat(checked).containsExactly("carl");
    }

    @Test
    void each_token_is_checked_for_itself() {
        assertThat(decoder.decode("carl").map(Jwt::getSubject).block()).isEqualTo("carl");
        assertThat(decoder.decode("cora").map(Jwt::getSubject).block()).isEqualTo("cora");
    }

    @Test
    void a_token_that_has_expired_meanwhile_is_checked_again() {
        expires = Instant.now().minus(Limits.CLOCK_SKEW_MAX).minusSeconds(1);
        decoder.decode("carl").block();
        decoder.decode("carl").block();

        assertThat(checked).containsExactly("carl", "carl");
    }

    @Test
    void a_bad_token_is_refused_each_time() {
        for (var time = 1; time <= 2; time++) {
            assertThatThrownBy(() -> decoder.decode("bad").block()).isInstanceOf(BadJwtException.class);
        }

        assertThat(checked).containsExactly("bad", "bad");
    }
}
