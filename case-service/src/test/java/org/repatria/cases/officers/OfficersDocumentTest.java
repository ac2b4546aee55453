package org.repatria.cases.officers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.repatria.cases.domain.access.Officer;

final class OfficersDocumentTest {

    private static final Instant NOON = Instant.parse("2014-09-01T12:00:00Z");
    private static final String CARL = """
            {"id": "carl.officer", "roles": ["CO"], "authority": "XH-CA"}""";
    private static final String ANA = """
            {"id": "ana.analyst", "roles": ["AN"], "authority": "XH-CA"}""";

    @TempDir
    private Path directory;

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);

    private OfficersDocument saying(String... officers) throws Exception {
        return OfficersDocument.readFrom(write(officers), now::get);
    }

    private URI write(String... officers) throws Exception {
        return Files.writeString(file(), "{\"officers\": [" + String.join(",", officers) + "]}")
                .toUri();
    }

    private Path file() {
        return directory.resolve("officers.json");
    }

    @Nested
    class Knowing {

        @Test
        void whoever_stands_in_the_document_is_known_with_office_and_authority() throws Exception {
            assertThat(saying(CARL).officer("carl.officer"))
                    .contains(new Officer("carl.officer", Set.of("CO"), "XH-CA"));
        }

        @Test
        void blank_ids_and_those_with_invisible_characters_are_nobodys() throws Exception {
            var officers = saying(CARL);
            for (var id : Set.of("", " ", "carl.officer ", "carl.officer\u200b", "\u00a0")) {
                assertThat(officers.officer(id)).as("'%s'", id).isEmpty();
            }
        }

        @Test
        void the_class_path_can_hold_it() {
            assertThat(OfficersDocument.readFrom(URI.create("classpath:officers.json"), now::get)
                            .officer("carl.officer"))
                    .isPresent();
        }
    }

    @Nested
    class ReadingAgain {

        @Test
        void somebody_new_is_known_soon_after_being_asked_for() throws Exception {
            var officers = saying(CARL);
            write(CARL, ANA);
            now.set(NOON.plus(OfficersDocument.READ_AGAIN_AFTER));

            assertThat(officers.officer("ana.analyst")).isEmpty();
            await().untilAsserted(
                            () -> assertThat(officers.officer("ana.analyst")).isPresent());
        }

        @Test
        void wrong_ids_make_no_reading_before_its_time() throws Exception {
            var officers = saying(CARL);
            Files.delete(file());
            now.set(NOON.plus(OfficersDocument.READ_AGAIN_AFTER).minusMillis(1));

            officers.officer("nobody");
            write(CARL, ANA);
            officers.officer("nobody");

            assertThat(officers.officer("ana.analyst")).isEmpty();
        }

        @Test
        void those_known_stay_known_while_the_document_cannot_be_read() throws Exception {
            var officers = saying(CARL);
            Files.writeString(file(), "{\"officers\": [");
            now.set(NOON.plus(OfficersDocument.READ_AGAIN_AFTER));

            officers.officer("nobody");

            assertThat(officers.officer("carl.officer")).isPresent();
        }
    }

    @Nested
    class Starting {

        @Test
        void without_a_document_nobody_is_known() {
            assertThat(OfficersDocument.readFrom(file().toUri(), now::get).officer("carl.officer"))
                    .isEmpty();
        }
    }
}
