package org.repatria.local.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.repatria.servers.FreePorts;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The identity provider over its own protocol, as the gateway and programs speak it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdentityIT {

    private static final String VERIFIER = "a-code-verifier-that-is-long-enough-for-the-rules-of-pkce-0123456789";
    private static final String GATEWAY = "http://127.0.0.1:18080";
    private static final String REDIRECT = GATEWAY + "/login/oauth2/code/repatria";

    @TempDir
    private static Path data;

    private int port;
    private ConfigurableApplicationContext provider;

    @BeforeAll
    void start() {
        port = FreePorts.claim(0);
        provider = started();
    }

    @AfterAll
    void stop() {
        provider.close();
    }

    private ConfigurableApplicationContext started() {
        SpringApplication application = new SpringApplication(IdentityApplication.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        return application.run(
                "--server.port=" + port,
                "--repatria.identity.data=" + data,
                "--repatria.identity.issuer=http://127.0.0.1:" + port,
                "--repatria.identity.gateways=" + GATEWAY);
    }

    @Nested
    class Discovering {

        @Test
        void the_issuer_its_endpoints_and_pkce_are_announced() throws Exception {
            JsonNode discovery = json(get(HttpClient.newHttpClient(), "/.well-known/openid-configuration"));

            assertThat(discovery.at("/issuer").asString()).isEqualTo("http://127.0.0.1:" + port);
            assertThat(discovery.at("/end_session_endpoint").asString()).isNotEmpty();
            assertThat(discovery.at("/code_challenge_methods_supported").toString())
                    .contains("S256");
        }

        @Test
        void it_says_when_it_is_ready() throws Exception {
            assertThat(get(HttpClient.newHttpClient(), "/actuator/health/readiness")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Nested
    class ActingAsAProgram {

        @Test
        void its_token_says_who_acts_in_which_roles_for_which_authority() throws Exception {
            JWTClaimsSet claims = verified(programToken("livia.liaison-program", "livia.liaison-program-secret"));

            assertThat(claims.getIssuer()).isEqualTo("http://127.0.0.1:" + port);
            assertThat(claims.getSubject()).isEqualTo("livia.liaison-program");
            assertThat(claims.getAudience()).containsExactly("repatria");
            assertThat(claims.getStringListClaim("roles")).containsExactly("LI");
            assertThat(claims.getStringClaim("authority")).isEqualTo("XR-CA");
        }

        @Test
        void a_wrong_secret_gets_no_token() throws Exception {
            assertThat(askForProgramToken("ana.analyst-program", "guessed").statusCode())
                    .isEqualTo(401);
        }

        @Test
        void a_token_stays_valid_when_the_provider_restarts() throws Exception {
            String token = programToken("ana.analyst-program", "ana.analyst-program-secret");

            provider.close();
            provider = started();

            assertThat(verified(token).getSubject()).isEqualTo("ana.analyst-program");
        }
    }

    @Nested
    class SigningIn {

        @Test
        void a_person_comes_back_to_the_gateway_with_a_code_that_is_worth_tokens() throws Exception {
            HttpClient browser = browser();

            HttpResponse<String> tokens = redeem(codeAfterSigningIn(browser, "sara.supervisor", "repatria"), VERIFIER);

            JsonNode answer = json(tokens);
            JWTClaimsSet access = verified(answer.at("/access_token").asString());
            JWTClaimsSet id = verified(answer.at("/id_token").asString());
            assertThat(access.getSubject()).isEqualTo("sara.supervisor");
            assertThat(access.getAudience()).containsExactly("repatria");
            assertThat(access.getStringListClaim("roles")).containsExactly("SU");
            assertThat(id.getAudience()).containsExactly("repatria-gateway");
            assertThat(id.getStringClaim("preferred_username")).isEqualTo("sara.supervisor");
        }

        @Test
        void a_refresh_token_is_worth_a_new_access_token() throws Exception {
            JsonNode first = json(redeem(codeAfterSigningIn(browser(), "ana.analyst", "repatria"), VERIFIER));

            HttpResponse<String> second = token(Map.of(
                    "grant_type",
                    "refresh_token",
                    "refresh_token",
                    first.at("/refresh_token").asString()));

            assertThat(verified(json(second).at("/access_token").asString()).getSubject())
                    .isEqualTo("ana.analyst");
        }

        @Test
        void a_code_is_worth_nothing_without_its_verifier() throws Exception {
            HttpResponse<String> answer =
                    redeem(codeAfterSigningIn(browser(), "ana.analyst", "repatria"), VERIFIER.replace('a', 'b'));

            assertThat(answer.statusCode()).isEqualTo(400);
        }

        @Test
        void a_client_without_a_challenge_is_sent_back_with_an_error() throws Exception {
            HttpClient browser = browser();
            signIn(browser, "ana.analyst", "repatria");

            HttpResponse<String> answer = get(browser, authorizeUri(REDIRECT, false));

            assertThat(answer.headers().firstValue("location").orElse("")).contains("error=invalid_request");
        }

        @Test
        void nobody_is_sent_to_an_unknown_address() throws Exception {
            HttpClient browser = browser();
            signIn(browser, "ana.analyst", "repatria");

            assertThat(get(browser, authorizeUri("http://elsewhere.example/", true))
                            .statusCode())
                    .isEqualTo(400);
        }

        @Test
        void a_wrong_password_leads_back_to_the_page() throws Exception {
            HttpResponse<String> answer = signIn(browser(), "ana.analyst", "guessed");

            assertThat(answer.headers().firstValue("location").orElse("")).endsWith("/sign-in?error");
        }

        @Test
        void the_page_lists_every_demonstration_user_with_name_role_and_authority() throws Exception {
            String page = get(browser(), "/sign-in").body();

            assertThat(Users.demonstration().users())
                    .allSatisfy(user -> assertThat(page)
                            .contains("value=\"%s\"><b>%s %s</b><span>%s</span><small>%s</small>"
                                    .formatted(
                                            user.name(),
                                            user.givenName(),
                                            user.familyName(),
                                            Users.demonstration()
                                                    .meaningOf(user.roles().getFirst()),
                                            user.authority())));
        }

        @Test
        void the_users_stand_under_their_states_and_the_operator_comes_last() throws Exception {
            List<String> shown = Pattern.compile("<h2[^>]*>([^<]*)</h2>|<small>([^<]*)</small>")
                    .matcher(get(browser(), "/sign-in").body())
                    .results()
                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                    .distinct()
                    .toList();

            assertThat(shown)
                    .containsExactly(
                            "State XH",
                            "XH-CA",
                            "State XR",
                            "XR-CA",
                            "State XE",
                            "XE-CA",
                            "State XK",
                            "XK-CA",
                            "The operator of the system",
                            "operator");
        }

        @Test
        void one_click_signs_in_without_a_script_or_a_password_to_type() throws Exception {
            HttpClient browser = browser();
            assertThat(get(browser, authorizeUri(REDIRECT, true))
                            .headers()
                            .firstValue("location")
                            .orElse(""))
                    .endsWith("/sign-in");

            HttpResponse<String> clicked = click(browser, "olga.operator");

            JWTClaimsSet claims = verified(json(redeem(codeAfter(browser, clicked), VERIFIER))
                    .at("/access_token")
                    .asString());
            assertThat(claims.getSubject()).isEqualTo("olga.operator");
            assertThat(claims.getStringListClaim("roles")).containsExactly("SI");
            assertThat(claims.getStringClaim("authority")).isEqualTo("operator");
        }

        /** Sends what a browser sends for a button: its own name and value, and the hidden fields of its form. */
        private HttpResponse<String> click(HttpClient browser, String user) throws Exception {
            String page = get(browser, "/sign-in").body();
            String form = page.substring(page.indexOf("<form"), page.indexOf("</form>"));
            assertThat(form)
                    .startsWith("<form method=\"post\" action=\"/sign-in\">")
                    .contains("<button name=\"username\" value=\"" + user + "\">");
            Map<String, String> fields = new LinkedHashMap<>(Map.of("username", user));
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\">")
                    .matcher(form)
                    .results()
                    .forEach(hidden -> fields.put(hidden.group(1), hidden.group(2)));
            return browser.send(
                    HttpRequest.newBuilder(at("/sign-in"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(form(fields))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        @Test
        void the_page_keeps_to_a_policy_that_allows_its_own_style_and_forms_alone() throws Exception {
            HttpResponse<String> answer = get(browser(), "/sign-in");
            String page = answer.body();
            String style = page.substring(page.indexOf("<style>") + "<style>".length(), page.indexOf("</style>"));
            String hash = Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8)));

            assertThat(answer.headers().allValues("content-security-policy"))
                    .containsExactly("default-src 'none'; style-src 'sha256-" + hash + "'; base-uri 'none';"
                            + " frame-ancestors 'none'; form-action 'self' " + GATEWAY);
            assertThat(page)
                    .doesNotContain("<script", " style=", "<link", "<img")
                    .doesNotContainPattern(" on[a-z]+=");
            assertThat(page.split("<style>", -1)).hasSize(2);
        }
    }

    @Nested
    class SigningOut {

        @Test
        void the_session_ends_and_the_person_returns_to_the_gateway() throws Exception {
            HttpClient browser = browser();
            JsonNode tokens = json(redeem(codeAfterSigningIn(browser, "ana.analyst", "repatria"), VERIFIER));

            HttpResponse<String> out = get(
                    browser,
                    "/connect/logout?id_token_hint=" + tokens.at("/id_token").asString() + "&post_logout_redirect_uri="
                            + URLEncoder.encode(GATEWAY + "/", UTF_8));

            assertThat(out.headers().firstValue("location")).hasValue(GATEWAY + "/");
            assertThat(get(browser, authorizeUri(REDIRECT, true))
                            .headers()
                            .firstValue("location")
                            .orElse(""))
                    .endsWith("/sign-in");
        }
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    private HttpResponse<String> get(HttpClient client, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(at(path))
                        .header("Accept", "text/html,*/*;q=0.8")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private HttpResponse<String> signIn(HttpClient browser, String user, String password) throws Exception {
        Matcher csrf = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(get(browser, "/sign-in").body());
        assertThat(csrf.find()).isTrue();
        return browser.send(
                HttpRequest.newBuilder(at("/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(form(Map.of("username", user, "password", password, "_csrf", csrf.group(1))))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String codeAfterSigningIn(HttpClient browser, String user, String password) throws Exception {
        HttpResponse<String> asked = get(browser, authorizeUri(REDIRECT, true));
        assertThat(asked.headers().firstValue("location").orElse("")).endsWith("/sign-in");
        return codeAfter(browser, signIn(browser, user, password));
    }

    private String codeAfter(HttpClient browser, HttpResponse<String> signedIn) throws Exception {
        String back = signedIn.headers().firstValue("location").orElseThrow();
        assertThat(back).contains("/oauth2/authorize");
        HttpResponse<String> granted = get(browser, back.substring(back.indexOf("/oauth2")));
        String redirect = granted.headers().firstValue("location").orElseThrow();
        assertThat(redirect).startsWith(REDIRECT);
        Matcher code = Pattern.compile("code=([^&]+)").matcher(redirect);
        assertThat(code.find()).isTrue();
        return URLDecoder.decode(code.group(1), UTF_8);
    }

    private static String authorizeUri(String redirect, boolean challenged) throws Exception {
        String challenge = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(UTF_8)));
        return "/oauth2/authorize?response_type=code&client_id=repatria-gateway&scope=openid%20profile&state=s1"
                + "&redirect_uri=" + URLEncoder.encode(redirect, UTF_8)
                + (challenged ? "&code_challenge_method=S256&code_challenge=" + challenge : "");
    }

    private HttpResponse<String> redeem(String code, String verifier) throws Exception {
        return token(Map.of(
                "grant_type", "authorization_code", "code", code, "redirect_uri", REDIRECT, "code_verifier", verifier));
    }

    private HttpResponse<String> token(Map<String, String> parameters) throws Exception {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.put("client_id", "repatria-gateway");
        all.put("client_secret", "repatria-gateway-secret");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(at("/oauth2/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(form(all))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> askForProgramToken(String client, String secret) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(at("/oauth2/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header(
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString((client + ":" + secret).getBytes(UTF_8)))
                                .POST(form(Map.of("grant_type", "client_credentials")))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private String programToken(String client, String secret) throws Exception {
        return json(askForProgramToken(client, secret)).at("/access_token").asString();
    }

    private JWTClaimsSet verified(String token) throws Exception {
        SignedJWT jwt = SignedJWT.parse(token);
        JWKSet keys =
                JWKSet.parse(get(HttpClient.newHttpClient(), "/oauth2/jwks").body());
        assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        assertThat(jwt.verify(new RSASSAVerifier(
                        keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey())))
                .isTrue();
        return jwt.getJWTClaimsSet();
    }

    private static JsonNode json(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    private static HttpRequest.BodyPublisher form(Map<String, String> fields) {
        return HttpRequest.BodyPublishers.ofString(fields.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&")));
    }
}
