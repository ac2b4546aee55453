package org.repatria.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.system.SharedStack.stack;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.repatria.local.story.Demo;
import org.repatria.local.story.StoryRunner;
import org.repatria.local.supervisor.Component;

class StorySystemTest {

    /**
     * Sets the clocks back: the story leaves them where it ends, so that people can look around there. Other journeys
     * live today.
     */
    @AfterEach
    void today() throws Exception {
        for (var service : List.of(Component.CASES, Component.ASSETS, Component.NOTIFICATIONS)) {
            SharedStack.clockBack(service);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "main-job",
                "s1-voluntary-return",
                "s2-extradition",
                "s2b-documents-late",
                "s4-host-prosecution",
                "s5-protection-and-host-prosecution",
                "s6-wrong-person",
                "s8-list-and-meeting",
                "holders-of-a-house",
                "clocks-of-an-order",
                "one-house-twice",
                "partial-award"
            })
    void a_story_holds_and_holds_again(String name) throws Exception {
        var settings = stack().settings();
        var story = settings.root().resolve("demo").resolve(name + ".yaml");

        var first = StoryRunner.run(story, Demo.target(settings.ports()));
        assertThat(first.held()).as(first.failure()).isTrue();
        var again = StoryRunner.run(story, Demo.target(settings.ports()));
        assertThat(again.held()).as(again.failure()).isTrue();
    }
}
