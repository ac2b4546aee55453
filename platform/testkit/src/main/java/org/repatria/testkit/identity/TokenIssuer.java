package org.repatria.testkit.identity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * An OpenID provider on a free port. It has discovery, keys, and the authorization code flow with PKCE, where the user
 * named by {@link #signsIn} is signed in at once. Tokens are signed with RS256 like the real ones.
 */
public final class TokenIssuer implements AutoCloseable {

    private static final long AGE_SECONDS = 300;
    private static final String STATE = "XH-CA";

    private final HttpServer server;
    private final KeyPair keys = freshKeys();
    private final Map<String, Map<String, String>> authorizations = new ConcurrentHashMap<>();
    private final AtomicInteger refreshed = new AtomicInteger();
    private volatile String user = "carl.officer";
    private volatile List<String> userRoles = List.of("CO");
    private volatile String userAuthority = STATE;
    private volatile long accessAgeSeconds = AGE_SECONDS;

    private TokenIssuer(int port) throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
    }

    public static TokenIssuer start() {
        return start(0);
    }

    /** On a known port, for a provider that comes back. */
    public static TokenIssuer start(int port) {
        try {
            var issuer = new TokenIssuer(port);
            issuer.server.start();
            return issuer;
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Who is signed in when a browser comes to the authorization endpoint. */
    public void signsIn(String name, String... roles) {
        signsInFor(STATE, name, roles);
    }

    /** The same for an authority. */
    public void signsInFor(String authority, String name, String... roles) {
        this.user = name;
        this.userRoles = List.of(roles);
        this.userAuthority = authority;
    }

    /** How long access tokens of the code flow live; a negative age gives expired ones. */
    public void accessTokensLive(long seconds) {
        this.accessAgeSeconds = seconds;
    }

    /** How often a refresh token was used. */
    public int refreshed() {
        return refreshed.get();
    }

    /** A token as the provider issues it for this house. */
    public String token(String subject, String... roles) {
        return sign(claims(subject, "repatria", List.of(roles), Instant.now().plusSeconds(AGE_SECONDS)));
    }

    /** A token of a program that runs the system, for no state. */
    public String tokenOfOperator(String subject, String... roles) {
        return tokenWith(Map.of("authority", quoted("operator")), subject, roles);
    }

    public String tokenForAudience(String audience, String subject, String... roles) {
        return sign(claims(subject, audience, List.of(roles), Instant.now().plusSeconds(AGE_SECONDS)));
    }

    public String tokenExpiredAt(Instant expiry, String subject, String... roles) {
        return sign(claims(subject, "repatria", List.of(roles), expiry));
    }

    /** A token with any claims; the values are JSON texts. */
    public String tokenWith(Map<String, String> replaced, String subject, String... roles) {
        var claims = claims(subject, "repatria", List.of(roles), Instant.now().plusSeconds(AGE_SECONDS));
        claims.putAll(replaced);
        return sign(claims);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private Map<String, String> claims(String subject, String audience, List<String> roles, Instant expiry) {
        var claims = new LinkedHashMap<String, String>();
        claims.put("iss", quoted(issuer()));
        claims.put("sub", quoted(subject));
        claims.put("preferred_username", quoted(subject));
        claims.put("aud", "[" + quoted(audience) + "]");
        claims.put("iat", Long.toString(expiry.getEpochSecond() - AGE_SECONDS));
        claims.put("exp", Long.toString(expiry.getEpochSecond()));
        claims.put("jti", quoted(UUID.randomUUID().toString()));
        claims.put("authority", quoted(STATE));
        claims.put("roles", roles.stream().map(TokenIssuer::quoted).collect(Collectors.joining(",", "[", "]")));
        return claims;
    }

    private String sign(Map<String, String> claims) {
        var unsigned = base64("{\"alg\":\"RS256\",\"kid\":\"test\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8))
                + "."
                + base64(object(claims).getBytes(StandardCharsets.UTF_8));
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(unsigned.getBytes(StandardCharsets.US_ASCII));
            return unsigned + "." + base64(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/.well-known/openid-configuration" -> json(exchange, 200, discovery());
                case "/oauth2/jwks" -> json(exchange, 200, jwks());
                case "/oauth2/authorize" -> authorize(exchange);
                case "/oauth2/token" -> token(exchange);
                case "/connect/logout" ->
                    redirect(
                            exchange,
                            parameters(exchange.getRequestURI().getRawQuery())
                                    .getOrDefault("post_logout_redirect_uri", "/"));
                default -> json(exchange, 404, "{}");
            }
        }
    }

    private String discovery() {
        var endpoints = new LinkedHashMap<String, String>();
        endpoints.put("issuer", quoted(issuer()));
        endpoints.put("authorization_endpoint", quoted(issuer() + "/oauth2/authorize"));
        endpoints.put("token_endpoint", quoted(issuer() + "/oauth2/token"));
        endpoints.put("jwks_uri", quoted(issuer() + "/oauth2/jwks"));
        endpoints.put("end_session_endpoint", quoted(issuer() + "/connect/logout"));
        endpoints.put("response_types_supported", "[\"code\"]");
        endpoints.put("subject_types_supported", "[\"public\"]");
        endpoints.put("id_token_signing_alg_values_supported", "[\"RS256\"]");
        return object(endpoints);
    }

    private String jwks() {
        var key = (RSAPublicKey) keys.getPublic();
        return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"test\",\"n\":\""
                + base64(unsigned(key.getModulus())) + "\",\"e\":\"" + base64(unsigned(key.getPublicExponent()))
                + "\"}]}";
    }

    private void authorize(HttpExchange exchange) throws IOException {
        var asked = parameters(exchange.getRequestURI().getRawQuery());
        var code = UUID.randomUUID().toString();
        authorizations.put(code, asked);
        redirect(
                exchange,
                asked.get("redirect_uri") + "?code=" + code + "&state="
                        + URLEncoder.encode(asked.getOrDefault("state", ""), StandardCharsets.UTF_8));
    }

    private void token(HttpExchange exchange) throws IOException {
        var form = parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if ("refresh_token".equals(form.get("grant_type"))) {
            refreshed.incrementAndGet();
            json(exchange, 200, tokens("", AGE_SECONDS));
            return;
        }
        var asked = Optional.ofNullable(authorizations.remove(form.getOrDefault("code", "")));
        if (asked.isEmpty()
                || !challenge(form.getOrDefault("code_verifier", ""))
                        .equals(asked.get().get("code_challenge"))) {
            json(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        json(exchange, 200, tokens(asked.get().getOrDefault("nonce", ""), accessAgeSeconds));
    }

    private String tokens(String nonce, long accessAge) {
        var id = claims(user, "repatria-gateway", userRoles, Instant.now().plusSeconds(AGE_SECONDS));
        id.put("authority", quoted(userAuthority));
        if (!nonce.isEmpty()) {
            id.put("nonce", quoted(nonce));
        }
        var access = claims(user, "repatria", userRoles, Instant.now().plusSeconds(accessAge));
        access.put("authority", quoted(userAuthority));
        var answer = new LinkedHashMap<String, String>();
        answer.put("access_token", quoted(sign(access)));
        answer.put("id_token", quoted(sign(id)));
        answer.put("refresh_token", quoted("refresh-" + UUID.randomUUID()));
        answer.put("token_type", quoted("Bearer"));
        answer.put("expires_in", Long.toString(Math.max(1, accessAge)));
        answer.put("scope", quoted("openid profile"));
        return object(answer);
    }

    private static String challenge(String verifier) {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void redirect(HttpExchange exchange, String location) throws IOException {
        exchange.getResponseHeaders().set("Location", URI.create(location).toString());
        exchange.sendResponseHeaders(302, -1);
    }

    private static void json(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Map<String, String> parameters(String encoded) {
        return Arrays.stream(encoded.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                        (first, _) -> first));
    }

    private static String object(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> quoted(member.getKey()) + ":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] unsigned(BigInteger number) {
        var bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static KeyPair freshKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
