package org.repatria.cases.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.repatria.cases.domain.law.Officer;

/**
 * The public document of the lifecycles is what the tables say. A changed table is written to {@code target} to be
 * taken over.
 */
final class PathwayDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "pathways.md");
    private static final Path WRITTEN = Path.of("target", "pathways.md");

    @Test
    void docs_pathways_says_what_the_tables_say() throws IOException {
        var written = document();
        if (!Files.readString(DOCUMENT).equals(written)) {
            Files.createDirectories(Path.of("target"));
            Files.writeString(WRITTEN, written);
        }

        assertThat(DOCUMENT).as("take over case-service/" + WRITTEN).hasContent(written);
    }

    private static String document() {
        var lines = new ArrayList<String>();
        lines.add("""
                # Pathways

                How a case, its pathways, its notices and its assurances move from state to state. This page is \
                written from the
                tables that the service itself obeys, and a test keeps the two the same.

                - **Who**: a role on a side. `HS` is the host state (the one asked), \
                `RS` the requesting state; without either, any
                  side. A court's act is recorded by a legal officer of the host state with the paper that shows it.
                - **Then approved by**: the move is a proposal until another person of a higher role approves it. \
                Everything is checked
                  again at that moment. A proposal can be refused, withdrawn by whoever made it, and expires.
                - **Gates** name safeguards that must have been checked (`GET /v1/reference/gates`); **guards** look \
                at the rest of the case
                  and are explained at the end. UNKNOWN meets none of them.
                - **Said** are `particulars` of the move, \
                **on paper** its `documents`: at least as many as are named. *If* means that it is
                  wanted only then; *once* that it need not be said again.
                - **Clocks** are rules that the move starts, \
                stops or concerns (`GET /v1/reference/clock-rules`); `*` stands for a family.
                - Every move says when it `happened`, not in the future and not before the step before it.
                - A move into a state is known to clocks as the happening `kind.STATE`, \
                such as `extradition.SURRENDERED`.
                - While pressure on a person who may return of their own will is raised and not decided on, \
                the course moves to an end only.
                - A charge that is laid after surrender (`POST /v1/cases/{id}/later-charges`) keeps the watch over \
                specialty open until the
                  host state consents or refuses, or the charge is dropped (UNMT art. 14).
                - Another case can lean on a notice (`POST /v1/cases/{id}/notices/{courseId}/leanings`, \
                by an officer who works on both). When
                  the notice is deleted, blocked or withdrawn before its purpose is met, \
                that case is marked for review as the notice's own
                  case is, and reads which notice of which case it was where its reader may see that case.
                - A refused move names everything that is missing at once, with its source.
                """);
        Lifecycles.all().forEach(lifecycle -> lines.addAll(chapter(lifecycle)));
        lines.add("## Guards");
        lines.add("");
        lines.add("| Guard | Met when | Source |");
        lines.add("|---|---|---|");
        for (var guard : Guard.values()) {
            lines.add("| `" + guard + "` | " + guard.says() + " | " + guard.source() + " |");
        }
        return String.join("\n", lines) + "\n";
    }

    private static List<String> chapter(Lifecycle lifecycle) {
        var lines = new ArrayList<String>();
        lines.add("## " + lifecycle.title());
        lines.add("");
        lines.add("Kind `" + lifecycle.kind() + "`. Source: " + lifecycle.source() + ".");
        lines.add("Begins in `" + lifecycle.initial() + "`; ends in " + states(lifecycle, lifecycle::isEnd) + ".");
        if (!lifecycle.inExecution().isEmpty()) {
            lines.add("Moves the person in " + states(lifecycle, lifecycle::isInExecution) + ".");
        }
        lines.add("");
        lines.add("| From | To | Who | Then approved by | Gates | Guards | Said | On paper | Clocks | Source |");
        lines.add("|---|---|---|---|---|---|---|---|---|---|");
        lines.addAll(lines(lifecycle));
        lines.add("");
        return lines;
    }

    private static String states(Lifecycle lifecycle, Predicate<String> wanted) {
        return lifecycle.states().stream()
                .filter(wanted)
                .map(state -> "`" + state + "`")
                .collect(Collectors.joining(", "));
    }

    /** Rows that differ only in where they come from, or lead back to, are one line. */
    private static List<String> lines(Lifecycle lifecycle) {
        var from = new LinkedHashMap<String, Set<String>>();
        for (var row : lifecycle.rows()) {
            from.computeIfAbsent(allButFrom(row), _ -> new LinkedHashSet<>()).add(row.from());
        }
        return from.entrySet().stream()
                .map(line -> "| " + list(line.getValue(), state -> "`" + state + "`") + line.getKey())
                .toList();
    }

    private static String allButFrom(Transition row) {
        return Stream.of(
                        to(row),
                        who(row),
                        second(row),
                        list(row.requires().gates(), gate -> "`" + gate + "`"),
                        list(row.requires().guards(), guard -> "`" + guard + "`"),
                        said(row),
                        list(row.requires().documents(), paper -> paper),
                        list(row.clocks(), clock -> "`" + clock + "`"),
                        row.source())
                .collect(Collectors.joining(" | ", " | ", " |"));
    }

    private static String to(Transition row) {
        return (row.back() ? "where it was" : "`" + row.to() + "`")
                + row.through().map(command -> " (by " + command + ")").orElse("")
                + row.opens().map(kind -> "; opens `" + kind + "`").orElse("")
                + row.onlyAfter().map(state -> "; only after `" + state + "`").orElse("")
                + row.unless()
                        .map(c -> "; not if `" + c.name() + "` is " + String.join(" or ", c.words()))
                        .orElse("");
    }

    private static String who(Transition row) {
        return row.who().eyes() == Transition.Eyes.RAISED
                ? "anybody raises it"
                : officers(row.who().by());
    }

    private static String second(Transition row) {
        return row.who().eyes() == Transition.Eyes.RAISED
                ? "decided by " + officers(row.who().approvedBy())
                : officers(row.who().approvedBy());
    }

    private static String officers(List<Officer> officers) {
        return officers.stream().map(Officer::toString).collect(Collectors.joining(", "));
    }

    private static String said(Transition row) {
        var said = new ArrayList<String>();
        row.requires()
                .needs()
                .forEach(need -> said.add("`" + need.name() + "`: " + need.wanted()
                        + need.onlyIf()
                                .map(c -> " *if* `" + c.name() + "` is " + String.join(" or ", c.words()))
                                .orElse("")
                        + (need.standing() ? " *once*" : "")));
        if (row.requires().exactTime()) {
            said.add("the moment and its zone");
        }
        if (row.requires().reasoned()) {
            said.add("`reasons`");
        }
        return String.join("; ", said);
    }

    private static <T> String list(Iterable<T> items, Function<T, String> shown) {
        var texts = new ArrayList<String>();
        items.forEach(item -> texts.add(shown.apply(item)));
        return String.join(", ", texts);
    }
}
