package org.repatria.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.system.SharedStack.gateway;
import static org.repatria.system.SharedStack.http;
import static org.repatria.system.SharedStack.key;
import static org.repatria.system.SharedStack.newName;
import static org.repatria.system.SharedStack.openCaseBody;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.repatria.local.supervisor.Component;

/** A person with a browser, from the start page to the last page after signing out. */
class SignInSystemTest {

    private static final String PASSWORD = "repatria";
    private static final Pattern HIDDEN_PROOF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient browser = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .followRedirects(Redirect.ALWAYS)
            .build();

    @AfterEach
    void shut() {
        browser.close();
    }

    @Test
    void who_has_signed_in_acts_under_that_name_until_signing_out() throws Exception {
        var page = signIn("ana.analyst", PASSWORD);
        assertThat(page.uri()).isEqualTo(http(Component.GATEWAY).resolve("/app"));
        assertThat(get("/").body()).contains("Signed in as <b>ana.analyst</b>");
        assertThat(cookie("REPATRIA_SESSION")).get().matches(HttpCookie::isHttpOnly);

        var refused = openCase(Map.of());
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("CSRF_TOKEN_MISSING");

        var opened = openCase(
                Map.of("X-XSRF-TOKEN", cookie("XSRF-TOKEN").orElseThrow().getValue()));
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        var journal = gateway()
                .get("aude.auditor", opened.headers().firstValue("Location").orElseThrow() + "/journal");
        assertThat(journal.text()).contains("\"id\":\"ana.analyst\"").doesNotContain("ana.analyst-program");

        var signedOut = send(form(gatewayAt("/logout"), Map.of("_csrf", hiddenProof(get("/")))));
        assertThat(signedOut.uri()).isEqualTo(http(Component.GATEWAY).resolve("/"));
        assertThat(signedOut.body()).contains("Nobody is signed in.");
        assertThat(get("/v1/me").statusCode()).isEqualTo(401);
        assertThat(get("/oauth2/authorization/repatria").uri().getPath())
                .as("the identity provider has forgotten the session too")
                .isEqualTo("/sign-in");
    }

    @Test
    void a_wrong_password_leads_to_no_session_of_a_person() throws Exception {
        var page = signIn("ana.analyst", "wrong");

        assertThat(page.body()).contains("do not belong together");
        assertThat(get("/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void a_code_without_the_key_that_asked_for_it_is_worth_nothing() throws Exception {
        var stolen = send(HttpRequest.newBuilder(gatewayAt("/login/oauth2/code/repatria?code=stolen&state=guessed"))
                .header("Accept", "text/html"));

        assertThat(stolen.statusCode()).isEqualTo(401);
        assertThat(get("/v1/me").statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> signIn(String user, String password) throws IOException, InterruptedException {
        var page = get("/oauth2/authorization/repatria");
        assertThat(page.uri().getPath()).isEqualTo("/sign-in");
        assertThat(page.previousResponse()
                        .flatMap(HttpResponse::previousResponse)
                        .orElseThrow()
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .contains("code_challenge=", "code_challenge_method=S256");
        return send(form(
                page.uri().resolve("/sign-in"),
                Map.of("username", user, "password", password, "_csrf", hiddenProof(page))));
    }

    private HttpResponse<String> openCase(Map<String, String> headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(gatewayAt("/v1/cases"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key())
                .POST(BodyPublishers.ofString(openCaseBody(newName())));
        headers.forEach(request::header);
        return send(request);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(gatewayAt(path)).header("Accept", "text/html,*/*;q=0.8"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.timeout(SharedStack.SOON).build(), BodyHandlers.ofString());
    }

    private static URI gatewayAt(String path) {
        return http(Component.GATEWAY).resolve(path);
    }

    private static HttpRequest.Builder form(URI target, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(target)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private static String hiddenProof(HttpResponse<String> page) {
        var found = HIDDEN_PROOF.matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return found.group(1);
    }

    private Optional<HttpCookie> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst();
    }
}
