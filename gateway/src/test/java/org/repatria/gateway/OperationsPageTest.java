package org.repatria.gateway;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

/** The files of the operations page, as a browser and a proxy get them. */
class OperationsPageTest {

    private static final PageFiles FILES = PageFiles.load();
    private static final Pattern KEY = Pattern.compile("[ {]\"?([\\w.-]+)\"?: \"");
    private static final Pattern LINKED =
            Pattern.compile("<link rel=\"modulepreload\" href=\"/page/" + FILES.edition() + "/([^\"]+)\">");
    private static final Pattern IMPORTED = Pattern.compile("(?:from|import) ?\\(?[\"'](\\.[^\"']+)[\"']");

    @Nested
    class Sending {

        private static Door door;

        @BeforeAll
        static void open() {
            door = Door.open();
        }

        @AfterAll
        static void shut() {
            door.close();
        }

        @ParameterizedTest
        @ValueSource(strings = {"/app", "/app/cases", "/app/cases/case-1"})
        void every_place_is_the_same_page_for_anybody_and_is_asked_for_each_time(String place) {
            door.client()
                    .get()
                    .uri(place)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .valueEquals(HttpHeaders.CACHE_CONTROL, "no-cache")
                    .expectHeader()
                    .valueEquals("X-Content-Type-Options", "nosniff")
                    .expectBody(String.class)
                    .value(page -> assertThat(page).contains("<rp-app>").doesNotContain("{edition}"));
        }

        @Test
        void a_file_is_kept_for_ever_and_asked_for_with_its_tag_is_not_sent_again() {
            var address = "/page/" + FILES.edition() + "/start.js";
            var tag = door.client()
                    .get()
                    .uri(address)
                    .exchange()
                    .expectHeader()
                    .valueEquals(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
                    .returnResult(byte[].class)
                    .getResponseHeaders()
                    .getETag();

            door.client()
                    .get()
                    .uri(address)
                    .header(HttpHeaders.IF_NONE_MATCH, tag)
                    .exchange()
                    .expectStatus()
                    .isNotModified();
        }

        @Test
        void a_page_that_was_kept_has_the_policy_that_it_was_sent_with() {
            var sent = door.client()
                    .get()
                    .uri("/app")
                    .exchange()
                    .returnResult(byte[].class)
                    .getResponseHeaders();

            door.client()
                    .get()
                    .uri("/app")
                    .header(HttpHeaders.IF_NONE_MATCH, sent.getETag())
                    .exchange()
                    .expectStatus()
                    .isNotModified()
                    .expectHeader()
                    .valueEquals("Content-Security-Policy", sent.getFirst("Content-Security-Policy"))
                    .expectHeader()
                    .valueEquals(HttpHeaders.CACHE_CONTROL, "no-cache");
        }

        @Test
        void a_file_is_packed_for_who_unpacks_it() throws Exception {
            var packed = bytes("br, gzip");
            assertThat(packed.headers().firstValue(HttpHeaders.CONTENT_ENCODING))
                    .contains("gzip");
            assertThat(packed.headers().firstValue(HttpHeaders.VARY)).contains("Accept-Encoding");
            var plain = bytes("gzip;q=0");
            assertThat(plain.headers().firstValue(HttpHeaders.CONTENT_ENCODING)).isEmpty();

            try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
                assertThat(unpacked.readAllBytes()).isEqualTo(plain.body());
            }
        }

        private static HttpResponse<byte[]> bytes(String encodings) throws IOException, InterruptedException {
            try (var plain = HttpClient.newHttpClient()) {
                return plain.send(
                        HttpRequest.newBuilder(door.at("/page/" + FILES.edition() + "/page.css"))
                                .header(HttpHeaders.ACCEPT_ENCODING, encodings)
                                .build(),
                        BodyHandlers.ofByteArray());
            }
        }

        @Test
        void head_tells_what_get_would() {
            door.client()
                    .head()
                    .uri("/app")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .exists(HttpHeaders.ETAG)
                    .expectBody()
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"/page/of-before/start.js", "/page/EDITION/none.js", "/page/EDITION/application.yaml"})
        void there_is_no_other_file(String address) {
            door.client()
                    .get()
                    .uri(address.replace("EDITION", FILES.edition()))
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }

        @Test
        void nothing_from_elsewhere_and_no_script_in_the_page_is_let_run() {
            door.client()
                    .get()
                    .uri("/app")
                    .exchange()
                    .expectHeader()
                    .value(
                            "Content-Security-Policy",
                            policy -> assertThat(policy)
                                    .startsWith("default-src 'none'; script-src 'self' " + FILES.importMapSource())
                                    .contains("style-src 'self';")
                                    .contains("frame-ancestors 'none'")
                                    .doesNotContain("unsafe"));
        }
    }

    @Test
    void every_file_that_a_module_asks_for_is_there() {
        FILES.files().forEach((name, file) -> {
            if (name.endsWith(".js") && !name.startsWith("lib/")) {
                var folder = name.contains("/") ? name.substring(0, name.lastIndexOf('/') + 1) : "";
                var text = new String(file.bytes(), StandardCharsets.UTF_8);
                assertThat(IMPORTED.matcher(text).results().map(found -> resolved(folder, found.group(1))))
                        .as(name)
                        .allMatch(asked -> FILES.file(asked).isPresent());
            }
        });
    }

    @Test
    void a_browser_is_told_at_once_of_every_module_that_the_page_begins_with() {
        var page = new String(FILES.index().bytes(), StandardCharsets.UTF_8);
        var linked = LINKED.matcher(page).results().map(link -> link.group(1)).toList();

        assertThat(linked)
                .doesNotHaveDuplicates()
                .contains("start.js", "shell.js", "words/en.js", "lib/lit/index.js", "lib/lit-html/lit-html.js")
                .noneMatch(module -> module.startsWith("views/") || module.startsWith("lib/echarts"))
                .allMatch(module -> FILES.file(module).isPresent());
    }

    @Test
    void the_page_weighs_less_than_600_KiB_packed_and_with_its_charts_1228() {
        var all = FILES.files().values().stream()
                .mapToInt(file -> file.compressed().length)
                .sum();
        var charts =
                FILES.file("lib/echarts/dist/echarts.esm.min.js").orElseThrow().compressed().length;

        assertThat(all - charts).isLessThan(600 * 1024);
        assertThat(all).isLessThan(1228 * 1024);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en.js", "codes-en.js"})
    void whatever_is_said_in_english_is_said_in_chinese(String english) {
        var chinese = english.replace("en.js", "zh.js");

        assertThat(keys(chinese)).containsAll(keys(english));
    }

    @Test
    void no_text_stands_in_chinese_that_stands_nowhere_in_english() {
        assertThat(keys("en.js")).containsAll(keys("zh.js"));
    }

    /** The later one would count, and nobody would see that the other was lost. */
    @ParameterizedTest
    @ValueSource(strings = {"en.js", "zh.js", "codes-en.js", "codes-zh.js", "server-zh.js"})
    void no_word_is_given_twice(String words) {
        assertThat(KEY.matcher(text("words/" + words)).results().map(found -> found.group(1)))
                .doesNotHaveDuplicates();
    }

    @Test
    void chinese_is_fetched_by_no_reader_of_english() {
        assertThat(FILES.files().keySet())
                .filteredOn(name -> name.endsWith(".js") && !name.startsWith("lib/"))
                .noneMatch(name -> text(name).matches("(?s).*from \"\\./words/[a-z-]*zh\\.js\".*"));
        assertThat(text("words.js")).containsPattern("if \\(language\\(\\) === \"zh\"\\) \\{\\s+await readChinese");
    }

    private static Set<String> keys(String words) {
        return KEY.matcher(text("words/" + words))
                .results()
                .map(found -> found.group(1))
                .collect(toCollection(TreeSet::new));
    }

    private static String text(String file) {
        return new String(FILES.file(file).orElseThrow().bytes(), StandardCharsets.UTF_8);
    }

    private static String resolved(String folder, String asked) {
        return URI.create("x:/" + folder).resolve(asked).getPath().substring(1);
    }
}
