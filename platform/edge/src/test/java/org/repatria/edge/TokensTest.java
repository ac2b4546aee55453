package org.repatria.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.web.server.authentication.ServerBearerTokenAuthenticationConverter;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJjYXJsIn0.s-_9",
                "Bearer abc.DEF-123==",
                "bearer abc",
                "Bearer",
                "Bearer ",
                "Bearer  abc",
                "Bearer a b",
                "Bearer abc\u00e9",
                "Basic YTpi",
                "Bearerabc",
                ""
            })
    void a_token_is_taken_from_a_header_as_the_framework_takes_it(String header) {
        assertThat(taken(Tokens.shown(), header))
                .isEqualTo(taken(new ServerBearerTokenAuthenticationConverter(), header));
    }

    private static Object taken(ServerAuthenticationConverter converter, String header) {
        var exchange = MockServerWebExchange.from(
                MockServerHttpRequest.get("/v1/cases").header("Authorization", header));
        return converter
                .convert(exchange)
                .<Object>map(Authentication::getCredentials)
                .onErrorResume(
                        OAuth2AuthenticationException.class,
                        refused -> Mono.just(refused.getError().getDescription()))
                .defaultIfEmpty("nothing")
                .block();
    }
}
