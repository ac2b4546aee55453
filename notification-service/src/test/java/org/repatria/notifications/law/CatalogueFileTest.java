package org.repatria.notifications.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.notifications.domain.catalogue.Catalogue;

class CatalogueFileTest {

    private static final String ENTRY = """
            alerts:
              - code: RP-01
                source: House policy
                severity: LOW
                recipients: [CO]
                object: list
                title: "The list {object}."
                remedy: Look.
                raisedBy: [{type: list.handed-over.v1}]
            """;

    private static Catalogue read(String yaml) {
        return CatalogueFile.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    private static void refused(String yaml, String because) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(yaml)).withMessageContaining(because);
    }

    @Nested
    class Shipping {

        @Test
        void the_shipped_catalogue_names_who_must_act_and_what_to_do() {
            assertThat(CatalogueFile.shipped().entries())
                    .hasSizeGreaterThanOrEqualTo(7)
                    .allSatisfy(entry -> {
                        assertThat(entry.recipients()).isNotEmpty();
                        assertThat(entry.title()).endsWith(".");
                        assertThat(entry.remedy()).endsWith(".");
                    });
        }

        @Test
        void the_shipped_catalogue_covers_what_is_promised() {
            assertThat(CatalogueFile.shipped().types())
                    .contains(
                            "list.handed-over.v1",
                            "case.duplicate-suspected.v1",
                            "case.opened.v1",
                            "asset.restrained.v1",
                            "asset.restraint-lapsed.v1",
                            "consumer.parked.v1");
        }
    }

    @Nested
    class Reading {

        @Test
        void a_whole_entry_is_read() {
            assertThat(read(ENTRY).types()).containsExactly("list.handed-over.v1");
        }

        @Test
        void what_is_missing_is_named_with_its_entry() {
            refused(ENTRY.replace("    remedy: Look.\n", ""), "RP-01, remedy: must be a text");
        }

        @Test
        void a_field_that_stands_twice_in_an_entry_is_refused() {
            refused(ENTRY + "    remedy: Look twice.\n", "\"remedy\"");
        }

        @Test
        void what_is_no_yaml_is_refused() {
            refused(ENTRY + "  - [", "it is no YAML");
        }

        @Test
        void an_unknown_field_is_named() {
            refused(ENTRY.replace("remedy:", "remedie:"), "remedie: is not a field here");
        }

        @Test
        void an_unknown_severity_is_named() {
            refused(ENTRY.replace("LOW", "MILD"), "severity: is none of the known words");
        }

        @Test
        void a_list_of_which_each_thing_counts_is_pointed_at() {
            refused(
                    ENTRY.replace("list.handed-over.v1}", "list.handed-over.v1, each: rows}"),
                    "each: must be a JSON pointer");
        }

        @Test
        void a_code_that_stands_twice_is_refused() {
            refused(ENTRY + ENTRY.replace("alerts:\n", ""), "RP-01 twice");
        }

        @Test
        void a_condition_that_is_none_is_refused() {
            refused(ENTRY.replace("list.handed-over.v1}", "list.handed-over.v1, when: [{}]}"), "when: is empty");
        }

        @Test
        void a_deadline_needs_to_know_its_day_and_zone() {
            refused(
                    ENTRY + "    deadline: {leads: [3], watchedFrom: [{type: asset.restrained.v1}], endedBy: []}\n",
                    "needs due and zone for asset.restrained.v1");
        }
    }
}
