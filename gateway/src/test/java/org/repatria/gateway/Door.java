package org.repatria.gateway;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.repatria.edge.Api;
import org.repatria.testkit.identity.TokenIssuer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The whole gateway with an identity provider and three services of few words. */
final class Door implements AutoCloseable {

    final TokenIssuer issuer = TokenIssuer.start();
    final StubPart cases = StubPart.start();
    final StubPart assets = StubPart.start();
    final StubPart alerts = StubPart.start();
    private final ConfigurableApplicationContext gateway;

    /** Closing one gateway in this process must not stop the threads of another. */
    @Configuration(proxyBeanMethods = false)
    static class OwnThreads {
        @Bean
        ReactorResourceFactory reactorResources() {
            var resources = new ReactorResourceFactory();
            resources.setUseGlobalResources(false);
            return resources;
        }
    }

    private Door(List<String> settings) {
        var all = new ArrayList<>(List.of(
                "--server.port=0",
                "--repatria.issuer=" + issuer.issuer(),
                "--repatria.parts.case=" + cases.address(),
                "--repatria.parts.asset=" + assets.address(),
                "--repatria.parts.notification=" + alerts.address(),
                "--spring.cloud.gateway.server.webflux.httpclient.response-timeout=1500ms"));
        all.addAll(settings);
        this.gateway = new SpringApplicationBuilder(GatewayApplication.class, OwnThreads.class)
                .run(all.toArray(String[]::new));
    }

    static Door open(String... settings) {
        return new Door(List.of(settings));
    }

    URI at(String path) {
        return URI.create("http://localhost:" + gateway.getEnvironment().getProperty("local.server.port") + path);
    }

    /** What the gateway serves itself, beside what it hands on. */
    List<Api> apis() {
        return List.copyOf(gateway.getBeansOfType(Api.class).values());
    }

    WebTestClient client() {
        return WebTestClient.bindToServer()
                .baseUrl(at("").toString())
                .responseTimeout(Duration.ofSeconds(30))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(32 * 1024 * 1024))
                .build();
    }

    WebTestClient carl() {
        return client().mutate()
                .defaultHeader("Authorization", "Bearer " + issuer.token("carl.officer", "CO"))
                .build();
    }

    HttpClient browser(CookieManager cookies, Redirect redirects) {
        cookies.setCookiePolicy(CookiePolicy.ACCEPT_ALL);
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .followRedirects(redirects)
                .build();
    }

    @Override
    public void close() {
        gateway.close();
        cases.close();
        assets.close();
        alerts.close();
        issuer.close();
    }
}
