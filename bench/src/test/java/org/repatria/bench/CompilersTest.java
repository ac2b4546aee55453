package org.repatria.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompilersTest {

    private static final String REST = " S 1 77 77 0 -1 4194368 912 0 0 0 ";

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"C1 CompilerThre, 45", "C2 CompilerThre, 45", "VM Thread, 0", "C3 CompilerThre, 0", "a (C1) thread, 0"})
    void only_what_compilers_have_spent_counts(String name, long ticks) {
        assertThat(Compilers.ticks("77 (" + name + ")" + REST + "40 5 0 0 20 0 31 0 99\n"))
                .isEqualTo(ticks);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_process_that_runs_has_compiled_something() {
        assertThat(Compilers.processorTime(Stream.of(ProcessHandle.current()))).isPositive();
    }

    @Test
    void of_no_process_there_is_nothing() {
        assertThat(Compilers.processorTime(Stream.of())).isEqualTo(Duration.ZERO);
    }
}
