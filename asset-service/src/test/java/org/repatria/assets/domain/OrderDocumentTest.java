package org.repatria.assets.domain;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page on orders and findings is written from the tables that the service obeys. */
class OrderDocumentTest {

    private static final String HEAD = """
            # Steps of court orders and findings

            How a court order, and an asset beside its orders, go from step to step. This page is written from the tables that
            the service itself obeys, and a test keeps the two the same. In words: [assets](assets.md#court-orders).

            - **Who** takes the step, or proposes it where another person must **confirm** it; that person is never the same.
            - **Needs** are particulars of the step. Where several lines lead to the same, the first one counts of which all
              is said. `requestingStateHeardOn` follows from what is recorded of the hearing.

            ## Court orders

            `-` begins an order.

            | From | To | Kinds | Who | Confirmed by | Needs | Source |
            |---|---|---|---|---|---|---|
            """;

    private static final String FINDINGS = """

            ## Findings on an asset

            `DISPOSAL` and what follows it need a confiscation that was final on that day; `WITHDRAWN_ERROR` an asset that no
            order binds. `REALISED` comes after `DISPOSAL` or the leave of a court (`INTERLOCUTORY_SALE`), with market appraisals of
            two valuers, or `notified` saying where the public auction was published. `DISTRIBUTION_AGREED` comes after `REALISED`
            (of accounts and cash at once); its paper is the agreement of the heads of both sides, its `distribution` says
            [who gets what](assets.md#who-gets-what) and adds up. `RETURNED` comes after `DISTRIBUTION_AGREED` and pays what it
            leaves; its paper is the receipt of the requesting state.

            | Finding | Who | Confirmed by | Needs | Source |
            |---|---|---|---|---|
            """;

    @Test
    void the_page_says_what_the_tables_say() throws IOException {
        var written = HEAD
                + StepTables.ORDERS.stream()
                        .map(line -> row(
                                line.from().isEmpty() ? "`-`" : codes(line.from()),
                                "`%s`%s"
                                        .formatted(
                                                line.to(),
                                                line.through()
                                                        .map(" (by %s)"::formatted)
                                                        .orElse("")),
                                line.kinds().size() == OrderKind.values().length ? "all" : codes(line.kinds()),
                                roles(line.by()),
                                roles(line.confirmedBy()),
                                needs(line),
                                line.source()))
                        .collect(joining())
                + FINDINGS
                + StepTables.FINDINGS.stream()
                        .map(line -> row(
                                "`%s`%s"
                                        .formatted(
                                                line.to(),
                                                line.through()
                                                        .map(" (by %s)"::formatted)
                                                        .orElse("")),
                                roles(line.by()),
                                roles(line.confirmedBy()),
                                needs(line),
                                line.source()))
                        .collect(joining());
        Files.writeString(Path.of("target/orders.md"), written);
        assertThat(Files.readString(Path.of("../docs/orders.md"))).isEqualTo(written);
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static <E extends Enum<E>> String codes(Collection<E> values) {
        return values.stream().sorted().map("`%s`"::formatted).collect(joining(", "));
    }

    private static String roles(Collection<String> roles) {
        return roles.stream().sorted().collect(joining(", "));
    }

    private static String needs(Line<?> line) {
        return List.copyOf(line.needs()).stream()
                .map(need -> "`%s`".formatted(need.field()))
                .collect(joining(", "));
    }
}
