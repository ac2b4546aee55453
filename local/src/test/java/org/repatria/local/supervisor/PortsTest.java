package org.repatria.local.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Nested
    class Reading {

        @Test
        void without_a_word_every_component_has_its_usual_port() throws Exception {
            Ports ports = Ports.from(Map.of());

            assertThat(ports.of(Component.GATEWAY)).isEqualTo(8080);
            assertThat(ports.of(Component.MONGO)).isEqualTo(27017);
        }

        @Test
        void the_environment_moves_a_port() throws Exception {
            assertThat(Ports.from(Map.of("REPATRIA_CASE_PORT", "18081")).of(Component.CASES))
                    .isEqualTo(18081);
        }

        @Test
        void what_is_no_port_is_refused_with_the_name_of_the_variable() {
            assertThatThrownBy(() -> Ports.from(Map.of("REPATRIA_KAFKA_PORT", "ninety")))
                    .isInstanceOf(StackFailed.class)
                    .hasMessage("REPATRIA_KAFKA_PORT must be a port from 1 to 65535, but is 'ninety'.");
            assertThatThrownBy(() -> Ports.from(Map.of("REPATRIA_KAFKA_PORT", "65536")))
                    .hasMessageContaining("65536");
        }

        @Test
        void one_port_for_two_components_is_refused() {
            assertThatThrownBy(() -> Ports.from(Map.of("REPATRIA_GATEWAY_PORT", "9000")))
                    .isInstanceOf(StackFailed.class)
                    .hasMessageContainingAll(
                            "9000", "identity", "REPATRIA_IDENTITY_PORT", "gateway", "REPATRIA_GATEWAY_PORT");
        }
    }

    @Nested
    class Checking {

        @Test
        void a_port_in_use_is_named_with_its_component_and_the_variable_that_moves_it() throws Exception {
            try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
                Map<Component, Integer> ports = new EnumMap<>(Ports.free().byComponent());
                ports.put(Component.ASSETS, other.getLocalPort());

                assertThat(new Ports(ports).taken())
                        .singleElement()
                        .asString()
                        .contains("Port " + other.getLocalPort(), "asset-service", "REPATRIA_ASSET_PORT");
            }
        }

        @Test
        void free_ports_are_no_reason_to_complain() {
            assertThat(Ports.free().taken()).isEmpty();
        }
    }
}
