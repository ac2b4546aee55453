package org.repatria.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaViewTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "null", ".local/views"})
    void a_directory_that_depends_on_where_the_program_runs_is_refused(String directory) {
        var relative = Path.of(directory);

        assertThatThrownBy(() -> KafkaView.open(
                        ViewDefinition.of("things", "topic", "thing.snapshot.v1")
                                .rows(snapshot -> Row.of(snapshot).build()),
                        relative,
                        Map.of(),
                        new SimpleMeterRegistry()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be absolute, but is '" + directory + "'");
        assertThat(relative.resolve("things")).doesNotExist();
    }
}
