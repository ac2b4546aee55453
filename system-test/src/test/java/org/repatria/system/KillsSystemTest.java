package org.repatria.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.repatria.system.kills.Kills;

class KillsSystemTest {

    /** The short form on a system of its own. What other journeys do to topics on purpose would be violations here. */
    @Test
    void nothing_is_lost_doubled_or_reordered_when_processes_are_killed() throws Exception {
        var result = Kills.brief(20_140_829).run(Path.of("target", "kills").toAbsolutePath(), System.out::println);

        assertThat(result.violations()).isEmpty();
    }
}
