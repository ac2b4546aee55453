package org.repatria.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.repatria.cases.domain.Happened;
import org.repatria.cases.domain.Obstacle;
import org.repatria.cases.domain.casefile.Case;
import org.repatria.cases.domain.casefile.CaseCommand;
import org.repatria.cases.domain.casefile.CaseCommand.OfLifecycle;
import org.repatria.cases.domain.casefile.CaseCommand.OfSafeguards;
import org.repatria.cases.domain.casefile.CaseDecider;
import org.repatria.cases.domain.casefile.CaseEvent;
import org.repatria.cases.domain.casefile.CaseRefusal;
import org.repatria.cases.domain.casefile.CaseRefusal.Blocked;
import org.repatria.cases.domain.casefile.Cases;
import org.repatria.cases.domain.law.Occasion;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.Approve;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.MakeMove;
import org.repatria.cases.domain.lifecycle.Move;
import org.repatria.cases.domain.safeguards.CheckCommand.ApproveCheck;
import org.repatria.cases.domain.safeguards.CheckCommand.RecordCheck;
import org.repatria.cases.domain.safeguards.CheckResult;
import org.repatria.cases.law.ReferenceFiles;
import org.repatria.decider.Actor;
import org.repatria.decider.Decision;

/** A case played by its officers under the reference data that is shipped: who does what on which day, and what comes of it. */
public final class Play {

    private static final RuleBook SHIPPED = ReferenceFiles.load();
    private static final Map<String, String> OFFICERS = Map.of(
            "AN", "ana.analyst",
            "CO", "carl.officer",
            "LO", "lena.legal",
            "SU", "sara.supervisor",
            "HD", "hana.head",
            "DPO", "dora.protection");

    private final CaseDecider decider = new CaseDecider();
    private final List<CaseEvent> events = new ArrayList<>();
    private Case state = decider.initial();
    private Instant now = Cases.NOON;
    private int ids;

    /** The day on which the next steps are recorded. */
    public Play on(String day) {
        now = Instant.parse(day + "T09:00:00Z");
        return this;
    }

    public String today() {
        return now.toString().substring(0, 10);
    }

    public Case.Opened opened() {
        return (Case.Opened) state;
    }

    public List<CaseEvent> events() {
        return List.copyOf(events);
    }

    public Play opens() {
        return take(decider.decide(Cases.OPEN, state));
    }

    public Play does(String role, Function<Occasion, CaseCommand> command) {
        return take(decided(role, command));
    }

    /** What stands in the way of somebody. */
    public List<Obstacle> isRefused(String role, Function<Occasion, CaseCommand> command) {
        return switch (decided(role, command)) {
            case Decision.Refused<CaseEvent, CaseRefusal>(Blocked(var _, var obstacles)) -> obstacles;
            case Decision.Refused<CaseEvent, CaseRefusal>(var refusal) ->
                List.of(Obstacle.of(refusal.code(), "case", refusal.code()));
            case Decision.Accepted<CaseEvent, CaseRefusal> accepted -> fail("accepted: " + accepted.events());
        };
    }

    private Decision<CaseEvent, CaseRefusal> decided(String role, Function<Occasion, CaseCommand> command) {
        var dash = role.indexOf('-');
        var state = dash < 0 ? "XH" : role.startsWith("RS") ? "XR" : "XH";
        var code = dash < 0 ? role : role.substring(dash + 1);
        var name = (state.equals("XR") ? "xr." : "") + OFFICERS.getOrDefault(code, code);
        return decider.decide(
                command.apply(new Occasion(now, new Actor(name, Set.of(code), state + "-CA"), SHIPPED)), this.state);
    }

    private Play take(Decision<CaseEvent, CaseRefusal> decision) {
        switch (decision) {
            case Decision.Accepted<CaseEvent, CaseRefusal>(var happened) -> {
                events.addAll(happened);
                state = decider.foldFrom(state, happened);
            }
            case Decision.Refused<CaseEvent, CaseRefusal>(var refusal) -> fail("refused: " + refusal);
        }
        return this;
    }

    /** The case as the store gives it back. */
    public Play reloaded() {
        state = Reloaded.of(events);
        return this;
    }

    /** A check is passed by the two persons whom its rule names. */
    public Play passes(String... checks) {
        for (var check : checks) {
            var rule = SHIPPED.safeguard(check, Happened.on(Cases.TODAY).day()).orElseThrow();
            var id = "check-" + ++ids;
            does(
                    rule.recordedBy().getFirst().toString(),
                    at -> new OfSafeguards(
                            new RecordCheck(
                                    id,
                                    check,
                                    java.util.Optional.empty(),
                                    CheckResult.PASS,
                                    List.of(),
                                    "looked at",
                                    List.of("doc-" + id),
                                    Happened.on(at.today())),
                            at));
            does(rule.approvedBy().getFirst().toString(), at -> new OfSafeguards(new ApproveCheck(id, "agreed"), at));
        }
        return this;
    }

    public static Function<Occasion, CaseCommand> move(
            String courseId, String to, String newId, Map<String, String> particulars, String... documents) {
        return at -> new OfLifecycle(
                new MakeMove(
                        new Move(courseId, to, Happened.on(at.today()), "as agreed", particulars, List.of(documents)),
                        newId),
                at);
    }

    public static Function<Occasion, CaseCommand> approve(String proposalId) {
        return at -> new OfLifecycle(new Approve(proposalId, "agreed"), at);
    }

    /** Nothing but these checks stands in the way. */
    public static void lacksExactly(List<Obstacle> obstacles, String... checks) {
        assertThat(obstacles).extracting(Obstacle::about).containsExactlyInAnyOrder(checks);
    }
}
