package org.repatria.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.repatria.cases.domain.casefile.Case;
import org.repatria.cases.domain.casefile.CaseCommand;
import org.repatria.cases.domain.casefile.CaseCommand.OfLifecycle;
import org.repatria.cases.domain.casefile.CaseCommand.OfSafeguards;
import org.repatria.cases.domain.casefile.CaseDecider;
import org.repatria.cases.domain.casefile.CaseEvent;
import org.repatria.cases.domain.casefile.Cases;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.ApproveProposal;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.MakeMove;
import org.repatria.cases.domain.lifecycle.Move;
import org.repatria.cases.domain.safeguards.CheckCommand.ApproveCheck;
import org.repatria.cases.domain.safeguards.CheckCommand.RecordCheck;
import org.repatria.cases.domain.safeguards.CheckResult;
import org.repatria.cases.law.ReferenceFiles;
import org.repatria.clocks.Happened;
import org.repatria.decider.Actor;
import org.repatria.decider.Decision;
import org.repatria.decider.Obstacle;
import org.repatria.decider.Occasion;

/**
 * A case played by its officers under the reference data that is shipped. It says who does what on which day, and what
 * comes of it.
 */
public final class Play {

    private static final RuleBook SHIPPED = ReferenceFiles.load();
    private static final Map<String, String> OFFICERS = Map.of(
            "AN", "ana.analyst",
            "CO", "carl.officer",
            "LO", "lena.legal",
            "SU", "sara.supervisor",
            "HD", "hana.head",
            "DPO", "dora.protection");

    private final CaseDecider decider = new CaseDecider(_ -> SHIPPED);
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
        return take(decider.answer(Cases.OPEN, state, Cases.AT_NOON));
    }

    public Play does(String role, Function<Occasion, CaseCommand> command) {
        return take(decided(role, command));
    }

    public Play does(String role, CaseCommand command) {
        return does(role, _ -> command);
    }

    /** What stands in the way of somebody. */
    public List<Obstacle> isRefused(String role, Function<Occasion, CaseCommand> command) {
        return switch (decided(role, command)) {
            case Decision.Refused<CaseEvent>(var refusal)
            when !refusal.obstacles().isEmpty() -> refusal.obstacles();
            case Decision.Refused<CaseEvent>(var refusal) ->
                List.of(Obstacle.of(
                        refusal.reason().name(), "case", refusal.reason().title()));
            case Decision.Accepted<CaseEvent> accepted -> fail("accepted: " + accepted.events());
        };
    }

    public List<Obstacle> isRefused(String role, CaseCommand command) {
        return isRefused(role, _ -> command);
    }

    private Decision<CaseEvent> decided(String role, Function<Occasion, CaseCommand> command) {
        var dash = role.indexOf('-');
        var state = dash < 0 ? "XH" : role.startsWith("RS") ? "XR" : "XH";
        var code = dash < 0 ? role : role.substring(dash + 1);
        var name = (state.equals("XR") ? "xr." : "") + OFFICERS.getOrDefault(code, code);
        var occasion = Occasion.of(new Actor(name, Set.of(code), state + "-CA"), now);
        return decider.answer(command.apply(occasion), this.state, occasion);
    }

    private Play take(Decision<CaseEvent> decision) {
        switch (decision) {
            case Decision.Accepted<CaseEvent>(var happened) -> {
                events.addAll(happened);
                state = decider.foldFrom(state, happened);
            }
            case Decision.Refused<CaseEvent>(var refusal) -> fail("refused: " + refusal);
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
                    at -> new OfSafeguards(new RecordCheck(
                            id,
                            check,
                            CheckResult.PASS,
                            "looked at",
                            List.of("doc-" + id),
                            List.of(),
                            java.util.Optional.empty(),
                            Optional.empty(),
                            Optional.of(Happened.on(at.today())))));
            does(
                    rule.approvedBy().getFirst().toString(),
                    new OfSafeguards(new ApproveCheck(id, Optional.of("agreed"))));
        }
        return this;
    }

    public static Function<Occasion, CaseCommand> move(
            String courseId, String to, String newId, Map<String, String> particulars, String... documents) {
        return at -> new OfLifecycle(new MakeMove(
                new Move(courseId, to, Happened.on(at.today()), "as agreed", particulars, List.of(documents)), newId));
    }

    public static CaseCommand approve(String proposalId) {
        return new OfLifecycle(new ApproveProposal(proposalId, Optional.of("agreed")));
    }

    /** Nothing but these checks stands in the way. */
    public static void lacksExactly(List<Obstacle> obstacles, String... checks) {
        assertThat(obstacles).extracting(Obstacle::about).containsExactlyInAnyOrder(checks);
    }
}
