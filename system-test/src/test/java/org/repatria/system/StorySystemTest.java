package org.repatria.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.system.SharedStack.stack;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.repatria.local.story.Demo;
import org.repatria.local.story.StoryRunner;
import org.repatria.local.supervisor.Component;

class StorySystemTest {

    /** The story leaves the clocks where it ends, so that people can look around there; other journeys live today. */
    @AfterEach
    void today() throws Exception {
        for (var service : List.of(Component.CASES, Component.ASSETS, Component.NOTIFICATIONS)) {
            SharedStack.clockBack(service);
        }
    }

    @Test
    void the_main_job_holds_and_holds_again() throws Exception {
        var settings = stack().settings();
        var story = settings.root().resolve("demo").resolve("main-job.yaml");

        var first = StoryRunner.run(story, Demo.target(settings.ports()));
        assertThat(first.held()).as(first.failure()).isTrue();
        var again = StoryRunner.run(story, Demo.target(settings.ports()));
        assertThat(again.held()).as(again.failure()).isTrue();
    }
}
