package org.repatria.testkit.identity;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Signs tokens as the identity provider does, and serves its key; a service under test believes it by its address alone. */
public final class TestIssuer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final Duration LIFETIME = Duration.ofMinutes(30);

    private final KeyPair key;
    private final HttpServer server;

    private TestIssuer(KeyPair key, HttpServer server) {
        this.key = key;
        this.server = server;
    }

    /** Starts on a free port of this machine. */
    public static TestIssuer start() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var issuer = new TestIssuer(generator.generateKeyPair(), server);
            issuer.serve("/.well-known/openid-configuration", issuer.metadata());
            issuer.serve("/oauth2/jwks", issuer.keys());
            server.start();
            return issuer;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The issuer that services are told to believe. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A token of a person of the authority XH-CA with these roles. */
    public String token(String subject, String... roles) {
        return signed(claims(subject, "repatria", roles));
    }

    /** A sound token that is meant for somebody else. */
    public String tokenForAnotherAudience(String subject, String... roles) {
        return signed(claims(subject, "elsewhere", roles));
    }

    /** Any claims, signed with the right key. */
    public String signed(Map<String, Object> claims) {
        try {
            var header = part(Map.of("alg", "RS256", "typ", "JWT", "kid", "test"));
            var content = header + "." + part(claims);
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> claims(String subject, String audience, String... roles) {
        var now = Instant.now();
        return Map.of(
                "iss", address(),
                "sub", subject,
                "aud", List.of(audience),
                "preferred_username", subject,
                "roles", Arrays.asList(roles),
                "authority", "XH-CA",
                "iat", now.getEpochSecond(),
                "exp", now.plus(LIFETIME).getEpochSecond());
    }

    private Map<String, Object> metadata() {
        return Map.of(
                "issuer", address(),
                "jwks_uri", address() + "/oauth2/jwks",
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256"));
    }

    private Map<String, Object> keys() {
        var rsa = (RSAPublicKey) key.getPublic();
        return Map.of(
                "keys",
                List.of(Map.of(
                        "kty", "RSA",
                        "use", "sig",
                        "alg", "RS256",
                        "kid", "test",
                        "n", unsigned(rsa.getModulus()),
                        "e", unsigned(rsa.getPublicExponent()))));
    }

    private void serve(String path, Map<String, Object> content) {
        var bytes = JSON.writeValueAsBytes(content);
        server.createContext(path, exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
    }

    private static String part(Map<String, Object> content) {
        return BASE64.encodeToString(JSON.writeValueAsBytes(content));
    }

    private static String unsigned(BigInteger number) {
        var bytes = number.toByteArray();
        return BASE64.encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
