package org.repatria.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NginxTest {

    private static final URI UPSTREAM = URI.create("http://127.0.0.1:8081");

    @TempDir
    Path directory;

    private Path program(String script) throws IOException {
        var program = Files.writeString(directory.resolve("nginx"), "#!/bin/sh\n" + script + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }

    @Nested
    class Looking {

        @Test
        void takes_the_first_on_the_path() throws IOException {
            var program = program("exit 0");

            assertThat(Nginx.program("::" + directory.resolve("none") + ":" + directory))
                    .contains(program);
        }

        @Test
        void passes_over_what_cannot_be_run() throws IOException {
            Files.writeString(directory.resolve("nginx"), "a note");

            assertThat(Nginx.program(directory.toString())).isNotEqualTo(Optional.of(directory.resolve("nginx")));
        }
    }

    @Nested
    class Configuring {

        private final String text = Nginx.configuration("somebody", 20_001, UPSTREAM);

        @Test
        void keeps_connections_on_both_sides_and_writes_no_log_of_calls() {
            assertThat(text)
                    .contains("worker_processes 1;", "access_log off;", "listen 127.0.0.1:20001;")
                    .contains("server 127.0.0.1:8081;", "keepalive 128;", "proxy_http_version 1.1;")
                    .contains("proxy_set_header Connection \"\";");
        }

        @Test
        void names_a_user_only_where_it_would_change_to_another() {
            assertThat(text).doesNotContain("user ");
            assertThat(Nginx.configuration("root", 20_001, UPSTREAM)).startsWith("user root;\n");
        }
    }

    @Nested
    class Starting {

        @Test
        void says_why_it_ended() throws IOException {
            var program = program("echo 'no such directive'; exit 1");

            assertThatThrownBy(() -> Nginx.started(program, directory.resolve("scratch"), UPSTREAM))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("no such directive");
        }
    }
}
