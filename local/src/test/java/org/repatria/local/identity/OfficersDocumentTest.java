package org.repatria.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OfficersDocumentTest {

    private static final Path OFFICERS = Path.of("..", "docker", "officers.json");

    /** When this fails: java -cp ... org.repatria.local.identity.OfficersDocument docker/officers.json */
    @Test
    void under_docker_the_same_officers_and_programs_are_known() throws Exception {
        assertThat(Files.readString(OFFICERS)).isEqualTo(OfficersDocument.of(Users.demonstration()));
    }

    @Test
    void a_program_holds_the_office_of_its_user() {
        assertThat(OfficersDocument.of(Users.demonstration())).contains("\"kuno.officer-program\"");
    }
}
