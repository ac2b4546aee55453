package org.repatria.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.repatria.cases.web.ServedCase;
import org.repatria.decider.Actor;

/**
 * Asks the readings and commands that the API documents of cases name, in two worlds. The worlds differ in nothing but
 * what the host state keeps to itself. Whoever may not know is answered alike, in status, headers and body, and the
 * topic for both states carries the same.
 */
final class EveryAnswerOfTwoWorldsTest {

    /**
     * So many that every reading is asked for dozens of times. What answers are made of is compared in a thousand
     * pairs.
     */
    private static final int PAIRS = 60;

    private static final int READINGS = 16;
    private static final int COMMANDS = 3;

    /**
     * Each role of the requesting state and of a third one. The assignee of the case is an officer of the host state.
     */
    private static final List<Actor> MAY_NOT_KNOW = List.of(
            actor("rina.officer", "CO", "XR-CA"),
            actor("rita.legal", "LO", "XR-CA"),
            actor("rasmus.supervisor", "SU", "XR-CA"),
            actor("rhea.head", "HD", "XR-CA"),
            actor("livia.liaison", "LI", "XR-CA"),
            actor("rosa.protection", "DPO", "XR-CA"),
            actor("rolf.auditor", "AU", "XR-CA"),
            actor("ria.analyst", "AN", "XR-CA"),
            actor("romy.assets", "AM", "XR-CA"),
            actor("rudi.integrator", "SI", "XR-CA"),
            actor("kaja.legal", "LO", "XK-CA"),
            actor("kees.supervisor", "SU", "XK-CA"),
            actor("kira.head", "HD", "XK-CA"));

    private static final Actor KNOWS = new Actor("carl.officer", Set.of("CO", "LO", "SU", "HD"), "XH-CA");

    private final Set<String> asked = new TreeSet<>();
    private final Set<String> toldApartByHost = new TreeSet<>();
    private final Set<Integer> answered = new TreeSet<>();

    private static Actor actor(String id, String role, String authority) {
        return new Actor(id, Set.of(role), authority);
    }

    private static <T> List<T> drawn(List<T> from, int count, Random random) {
        var shuffled = new ArrayList<>(from);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, count);
    }

    private void ask(int seed) {
        var worlds = PairsOfHistories.pair(seed);
        var actor = MAY_NOT_KNOW.get(seed % MAY_NOT_KNOW.size());
        var random = new Random(seed);
        try (var one = new ServedCase(worlds.one().history(), worlds.now());
                var other = new ServedCase(worlds.other().history(), worlds.now())) {
            for (var path : drawn(one.readings(), READINGS, random)) {
                var told = one.read(actor, path);
                assertThat(told)
                        .as("%s asks for %s, pair %d", actor.id(), path, seed)
                        .isEqualTo(other.read(actor, path));
                asked.add(path);
                answered.add(told.status());
                if (!one.read(KNOWS, path).equals(other.read(KNOWS, path))) {
                    toldApartByHost.add(path);
                }
            }
            for (var command : drawn(one.commands(), COMMANDS, random)) {
                assertThat(one.does(actor, command))
                        .as("%s does %s, pair %d", actor.id(), command, seed)
                        .isEqualTo(other.does(actor, command));
                asked.add(command.operationId());
            }
            assertThat(one.published()).as("pair %d", seed).isEqualTo(other.published());
        }
    }

    @Test
    void nobody_who_may_not_know_is_answered_differently() {
        IntStream.rangeClosed(1, PAIRS).forEach(this::ask);

        try (var any = new ServedCase(
                PairsOfHistories.pair(1).one().history(),
                PairsOfHistories.pair(1).now())) {
            assertThat(asked).containsAll(any.readings());
        }
        assertThat(answered).contains(200, 403, 404);
        // Whoever knows tells the worlds apart by nearly every reading, or nothing was shown.
        var of = "/v1/cases/case-0r1a";
        assertThat(toldApartByHost)
                .contains(of, of + "/facts", of + "/pathways", of + "/checks", of + "/clocks", of + "/moves")
                .contains(
                        of + "/journal?limit=100&cursor=60",
                        of + "/journal/verification",
                        of + "/rights",
                        of + "/grants")
                .contains("/v1/cases", "/v1/cases?facets=true", "/v1/clocks", "/v1/clocks.ics");
    }
}
