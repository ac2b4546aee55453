package org.repatria.testkit.house;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The one test for the sources of all modules. Some of them cannot depend on this one, and none can be forgotten. */
class TidyTest {

    private static final Set<String> LAUNCHERS = Set.of(
            "Bench.java",
            "Demo.java",
            "Launch.java",
            "Local.java",
            "Prove.java",
            "Rehearsal.java",
            "StoryRunner.java",
            "Up.java",
            "VerifyJournal.java");

    private static final Set<String> PACING = Set.of(
            "KafkaBindings.java",
            "Relay.java",
            "SecondTerminal.java",
            "StoryRunner.java",
            "Subscriber.java",
            "Supervised.java",
            "Until.java");

    @Test
    void the_sources_of_every_module_are_tidy() {
        TidyRules.check(Path.of("..", "..").toAbsolutePath().normalize(), new TidyRules.Exceptions(LAUNCHERS, PACING));
    }
}
