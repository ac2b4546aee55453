package org.repatria.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.system.SharedStack.stack;

import org.junit.jupiter.api.Test;
import org.repatria.local.story.Demo;
import org.repatria.local.story.StoryRunner;

class StorySystemTest {

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
