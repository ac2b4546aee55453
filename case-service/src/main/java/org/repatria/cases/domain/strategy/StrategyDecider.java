package org.repatria.cases.domain.strategy;

import static org.repatria.decider.Decision.accept;
import static org.repatria.decider.Decision.acceptAll;
import static org.repatria.decider.Decision.nothingToDo;
import static org.repatria.decider.Decision.refuse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.repatria.cases.domain.CaseReason;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.access.NamedOfficer;
import org.repatria.cases.domain.clocks.ClockSetting;
import org.repatria.cases.domain.law.LegalOccasion;
import org.repatria.cases.domain.law.StrategyRuleText;
import org.repatria.cases.domain.sharing.NeedToKnow;
import org.repatria.cases.domain.strategy.Strategy.Choice;
import org.repatria.cases.domain.strategy.Strategy.Countersignature;
import org.repatria.cases.domain.strategy.Strategy.HeadApproval;
import org.repatria.cases.domain.strategy.Strategy.Signatory;
import org.repatria.cases.domain.strategy.Strategy.Status;
import org.repatria.cases.domain.strategy.StrategyCommand.ApproveSensitiveStrategy;
import org.repatria.cases.domain.strategy.StrategyCommand.CountersignStrategy;
import org.repatria.cases.domain.strategy.StrategyCommand.ProposeStrategy;
import org.repatria.cases.domain.strategy.StrategyCommand.VetoStrategy;
import org.repatria.cases.domain.strategy.StrategyEvent.StrategyAgreed;
import org.repatria.cases.domain.strategy.StrategyEvent.StrategyApprovedByHead;
import org.repatria.cases.domain.strategy.StrategyEvent.StrategyCountersigned;
import org.repatria.cases.domain.strategy.StrategyEvent.StrategyProposed;
import org.repatria.cases.domain.strategy.StrategyEvent.StrategyVetoed;
import org.repatria.clocks.Happened;
import org.repatria.decider.Decision;
import org.repatria.decider.Obstacle;
import org.repatria.decider.Refusal;
import org.repatria.decider.text.VisibleText;

/**
 * How two states come to a strategy. The engine advises, an officer proposes, a legal officer may veto, and each side
 * signs once.
 *
 * <p>A supervisor signs for the own side, and a liaison officer for the side of the own authority. One of the two
 * signatures is always a supervisor's, so that no state's word is given by liaison officers alone.
 */
public final class StrategyDecider {

    /** The policy clock that bounds the day of review; its length is reference data. */
    public static final String REVIEW_CLOCK = "CLK-POL-STRATEGY-REVIEW";

    private static final String PATHWAY_BARRED = "PATHWAY_BARRED";

    private static final Set<String> PROPOSERS = Set.of("CO", "LO");
    private static final Set<String> LEGAL_OFFICER = Set.of("LO");
    private static final Set<String> SUPERVISOR = Set.of("SU");
    private static final Set<String> LIAISON = Set.of("LI");
    private static final Set<String> HEAD = Set.of("HD");

    private StrategyDecider() {}

    /**
     * What the strategy needs of the rest.
     *
     * @param run the latest run of the engine that is kept
     * @param input what the engine would look at now
     * @param shown what of it is open to who acts
     */
    public record StrategySetting(
            Relation relation, LegalOccasion occasion, Optional<Run> run, EngineInput input, EngineInput shown) {

        Side side() {
            return Side.of(occasion.by().authority(), relation);
        }

        boolean hasAnyRole(Set<String> roles) {
            return side() != Side.NEITHER && occasion.by().hasAnyRole(roles);
        }
    }

    public static Decision<StrategyEvent> decide(
            StrategyCommand command, Strategies strategies, StrategySetting around) {
        return switch (command) {
            case ProposeStrategy c -> propose(c, strategies, around);
            case VetoStrategy c -> onOpen(c.number(), strategies, open -> veto(c, open, around));
            case ApproveSensitiveStrategy c -> onOpen(c.number(), strategies, open -> approve(c, open, around));
            case CountersignStrategy c -> countersign(c, strategies, around);
        };
    }

    public static Strategies evolve(Strategies strategies, StrategyEvent event) {
        return switch (event) {
            case StrategyProposed e -> strategies.with(e.strategy());
            case StrategyVetoed e -> strategies.changed(e.number(), s -> s.standing(Status.VETOED));
            case StrategyApprovedByHead e ->
                strategies.changed(e.number(), s -> s.approved(plus(s.approvals(), e.approval())));
            case StrategyCountersigned e ->
                strategies.changed(e.number(), s -> s.signed(plus(s.signatures(), e.signature())));
            case StrategyAgreed e -> strategies.changed(e.number(), s -> s.agreed(e.agreedOn()));
        };
    }

    private static <T> List<T> plus(List<T> list, T one) {
        return Stream.concat(list.stream(), Stream.of(one)).toList();
    }

    private static Decision<StrategyEvent> onOpen(
            int number, Strategies strategies, Function<Strategy, Decision<StrategyEvent>> decide) {
        var strategy = strategies.version(number);
        if (strategy.isEmpty()) {
            return refused(
                    CaseReason.STRATEGY_NOT_FOUND,
                    List.of(Obstacle.of("STRATEGY_NOT_FOUND", "number", "There is no such version.")));
        }
        return strategy.get().status() == Status.PROPOSED
                ? decide.apply(strategy.get())
                : refused(
                        CaseReason.STRATEGY_NOT_OPEN,
                        List.of(Obstacle.of(
                                "STRATEGY_NOT_OPEN",
                                "number",
                                "This version is " + strategy.get().status() + " and stays so.")));
    }

    private static Decision<StrategyEvent> refused(CaseReason fact, List<Obstacle> obstacles) {
        return refuse(new Refusal(fact, obstacles));
    }

    private static Decision<StrategyEvent> propose(ProposeStrategy c, Strategies strategies, StrategySetting around) {
        var obstacles = new ArrayList<Obstacle>();
        if (!around.hasAnyRole(PROPOSERS)) {
            obstacles.add(role("A case officer or a legal officer of one of the two states proposes."));
        }
        var now = Engine.run(around.input());
        obstacles.addAll(againstRun(now, around));
        obstacles.addAll(againstPathways(c));
        obstacles.addAll(barred(kinds(c), now, around));
        required(c.reasons(), "REASONS_REQUIRED", "reasons", "It gives no reasons.")
                .ifPresent(obstacles::add);
        known(c.responsibleOfficer(), around, "RESPONSIBLE_OFFICER_UNKNOWN", "responsibleOfficer")
                .ifPresent(obstacles::add);
        known(c.safeguardsOwner(), around, "SAFEGUARDS_OWNER_UNKNOWN", "safeguardsOwner")
                .ifPresent(obstacles::add);
        obstacles.addAll(againstReview(c, around));
        return obstacles.isEmpty()
                ? accept(new StrategyProposed(proposed(c, strategies, around)))
                : refused(CaseReason.STRATEGY_NOT_PROPOSABLE, obstacles);
    }

    private static Strategy proposed(ProposeStrategy c, Strategies strategies, StrategySetting around) {
        return new Strategy(
                strategies.nextNumber(),
                c.pathways(),
                c.fallback(),
                c.reasons(),
                c.responsibleOfficer().id(),
                c.safeguardsOwner().id(),
                c.reviewOn(),
                c.sensitive().orElse(false),
                around.run().map(Run::id).orElse(""),
                around.occasion().by().id(),
                around.occasion().at(),
                Status.PROPOSED,
                List.of(),
                List.of(),
                Optional.empty());
    }

    /** A run is overtaken where the engine would say something else today, or would say it on other facts. */
    private static List<Obstacle> againstRun(EngineResult now, StrategySetting around) {
        if (around.run().isEmpty()) {
            return List.of(Obstacle.of("RUN_REQUIRED", "assessment", "The ways that are open were never assessed."));
        }
        return around.run()
                        .filter(run -> !run.findings().equals(now.findings()))
                        .isPresent()
                ? List.of(Obstacle.of(
                        "RUN_OUTDATED",
                        "assessment",
                        "Facts, checks or rules have changed since the last assessment; assess again."))
                : List.of();
    }

    private static List<Obstacle> againstPathways(ProposeStrategy c) {
        var obstacles = new ArrayList<Obstacle>();
        if (c.pathways().isEmpty()) {
            obstacles.add(Obstacle.of("PATHWAY_REQUIRED", "pathways", "It holds no pathway."));
        }
        var kinds = kinds(c);
        if (new HashSet<>(kinds).size() < kinds.size()) {
            obstacles.add(Obstacle.of("PATHWAY_TWICE", "pathways", "It holds a pathway twice."));
        }
        var ranks = c.pathways().stream().map(Choice::rank).sorted().toList();
        if (!ranks.equals(IntStream.rangeClosed(1, ranks.size()).boxed().toList())) {
            obstacles.add(Obstacle.of("RANKS_NOT_IN_ORDER", "pathways", "Ranks count from 1 without a gap."));
        }
        return obstacles;
    }

    private static List<PathwayKind> kinds(ProposeStrategy c) {
        return Stream.concat(c.pathways().stream().map(Choice::kind), c.fallback().stream())
                .toList();
    }

    /**
     * One obstacle, with its source, for each rule that bars a pathway inside. Rules and sources are named as far as
     * they are open to who acts.
     */
    private static List<Obstacle> barred(List<PathwayKind> kinds, EngineResult result, StrategySetting around) {
        var barred = kinds.stream()
                .distinct()
                .filter(kind -> result.standing(kind).effect() == Effect.BARRED)
                .toList();
        if (barred.isEmpty()) {
            return List.of();
        }
        var shown = around.shown().equals(around.input()) ? result : Engine.run(around.shown());
        return barred.stream().flatMap(kind -> barred(kind, shown, around)).toList();
    }

    private static Stream<Obstacle> barred(PathwayKind kind, EngineResult shown, StrategySetting around) {
        var rules = shown.barring(kind);
        return rules.isEmpty()
                ? Stream.of(
                        Obstacle.of(PATHWAY_BARRED, kind.name(), "It is barred " + NeedToKnow.ON_A_CLOSED_GROUND + "."))
                : rules.stream().map(heard -> barred(kind, heard, around));
    }

    private static Obstacle barred(PathwayKind kind, EngineResult.RuleResult heard, StrategySetting around) {
        return new Obstacle(
                PATHWAY_BARRED,
                kind.name(),
                heard.rule() + ": " + heard.explanation(),
                around.occasion().rules().strategyRule(heard.rule()).map(StrategyRuleText::citation));
    }

    private static List<Obstacle> againstReview(ProposeStrategy c, StrategySetting around) {
        var today = around.occasion().today();
        var clock = around.occasion().rules().clockRule(REVIEW_CLOCK, today);
        if (clock.isEmpty()) {
            return List.of(Obstacle.of(
                    "REVIEW_RULE_MISSING", "reviewOn", "Reference data lacks " + REVIEW_CLOCK + "; nobody can say."));
        }
        var latest = ClockSetting.lastDay(clock.get(), Happened.on(today), around.relation(), around.occasion());
        return c.reviewOn().isAfter(today) && !c.reviewOn().isAfter(latest)
                ? List.of()
                : List.of(Obstacle.of(
                        "REVIEW_NOT_IN_TIME",
                        "reviewOn",
                        "The review is after today and not after " + latest + ".",
                        clock.get().source()));
    }

    private static Optional<Obstacle> known(NamedOfficer named, StrategySetting around, String code, String about) {
        return named.isAssignableBy(around.occasion().by())
                ? Optional.empty()
                : Optional.of(
                        Obstacle.of(code, about, "Nobody of your state who works on cases is known under this id."));
    }

    private static Optional<Obstacle> required(String text, String code, String about, String detail) {
        return VisibleText.isBlank(text) ? Optional.of(Obstacle.of(code, about, detail)) : Optional.empty();
    }

    private static Obstacle role(String detail) {
        return Obstacle.of("ROLE_REQUIRED", "actor", detail);
    }

    private static Decision<StrategyEvent> veto(VetoStrategy c, Strategy open, StrategySetting around) {
        var obstacles = new ArrayList<Obstacle>();
        if (!around.hasAnyRole(LEGAL_OFFICER)) {
            obstacles.add(role("Only a legal officer of one of the two states vetoes."));
        }
        required(c.why(), "REASONS_REQUIRED", "reasons", "A veto says which law it rests on.")
                .ifPresent(obstacles::add);
        return obstacles.isEmpty()
                ? accept(new StrategyVetoed(
                        open.number(),
                        around.occasion().by().id(),
                        c.why(),
                        around.occasion().at()))
                : refused(CaseReason.STRATEGY_NOT_VETOABLE, obstacles);
    }

    private static Decision<StrategyEvent> approve(ApproveSensitiveStrategy c, Strategy open, StrategySetting around) {
        var obstacles = new ArrayList<Obstacle>();
        if (!around.hasAnyRole(HEAD)) {
            obstacles.add(role("Only the head of one of the two authorities approves."));
        }
        if (!open.sensitive()) {
            obstacles.add(Obstacle.of("NOT_SENSITIVE", "number", "This version needs no approval of a head."));
        }
        if (isProposer(open, around)) {
            obstacles.add(samePerson());
        }
        required(c.why(), "REASONS_REQUIRED", "reasons", "An approval gives its reasons.")
                .ifPresent(obstacles::add);
        if (!obstacles.isEmpty()) {
            return refused(CaseReason.STRATEGY_NOT_APPROVABLE, obstacles);
        }
        var occasion = around.occasion();
        var known = open.approvalByHeadOf(around.side());
        if (known.isPresent()) {
            return isTheSame(known.get(), c, around)
                    ? nothingToDo()
                    : refused(
                            CaseReason.STRATEGY_NOT_APPROVABLE,
                            List.of(Obstacle.of(
                                    "ALREADY_APPROVED", "number", "A head of your state has approved this version.")));
        }
        return accept(new StrategyApprovedByHead(
                open.number(), new HeadApproval(around.side(), occasion.by().id(), c.why(), occasion.at())));
    }

    private static boolean isTheSame(HeadApproval known, ApproveSensitiveStrategy c, StrategySetting around) {
        return known.by().equals(around.occasion().by().id()) && known.reasons().equals(c.why());
    }

    private static Decision<StrategyEvent> countersign(
            CountersignStrategy c, Strategies strategies, StrategySetting around) {
        var again = strategies
                .version(c.number())
                .flatMap(strategy -> strategy.signatureOf(around.side()))
                .filter(signature -> isTheSame(signature, c, around));
        return again.isPresent() ? nothingToDo() : onOpen(c.number(), strategies, open -> sign(c, open, around));
    }

    private static boolean isTheSame(Countersignature signature, CountersignStrategy c, StrategySetting around) {
        return signature.by().equals(around.occasion().by().id())
                && signature.reference().equals(c.reference())
                && signature.agreedOn().equals(c.agreedOn())
                && signature.dissent().equals(c.dissent());
    }

    private static Decision<StrategyEvent> sign(CountersignStrategy c, Strategy open, StrategySetting around) {
        var signatory = signatory(around);
        var obstacles = new ArrayList<Obstacle>();
        if (signatory.isEmpty()) {
            obstacles.add(role("A supervisor or a liaison officer of one of the two states signs."));
        }
        if (open.signatureOf(around.side()).isPresent()) {
            obstacles.add(Obstacle.of("SIDE_HAS_SIGNED", "number", "This side has signed already."));
        }
        if (isProposer(open, around)) {
            obstacles.add(samePerson());
        }
        if (signatory.filter(Signatory.LIAISON::equals).isPresent()
                && open.signatures().stream().anyMatch(signature -> signature.signatory() == Signatory.LIAISON)) {
            obstacles.add(Obstacle.of(
                    "SUPERVISOR_REQUIRED", "number", "Of the two signatures at least one is a supervisor's."));
        }
        if (open.sensitive()
                && signatory.filter(Signatory.SUPERVISOR::equals).isPresent()
                && !open.isApprovedByHeadOf(around.side())) {
            obstacles.add(Obstacle.of(
                    "HEAD_APPROVAL_REQUIRED",
                    "number",
                    "It is politically sensitive: the head of this side approves first."));
        }
        required(
                        c.reference(),
                        "REFERENCE_REQUIRED",
                        "reference",
                        "It names no item of a meeting and no exchange of notes.")
                .ifPresent(obstacles::add);
        if (c.agreedOn().isAfter(around.occasion().today())) {
            obstacles.add(Obstacle.of("AGREED_IN_FUTURE", "agreedOn", "The day of agreement has not come yet."));
        }
        obstacles.addAll(barred(open.kinds(), Engine.run(around.input()), around));
        return obstacles.isEmpty()
                ? acceptAll(signed(c, open, signatory.orElse(Signatory.LIAISON), around))
                : refused(CaseReason.STRATEGY_NOT_SIGNABLE, obstacles);
    }

    private static List<StrategyEvent> signed(
            CountersignStrategy c, Strategy open, Signatory signatory, StrategySetting around) {
        var occasion = around.occasion();
        var signature = new Countersignature(
                around.side(), occasion.by().id(), signatory, c.reference(), c.agreedOn(), c.dissent(), occasion.at());
        var events = new ArrayList<StrategyEvent>();
        events.add(new StrategyCountersigned(open.number(), signature));
        for (var other : open.signatures()) {
            var later = other.agreedOn().isAfter(c.agreedOn()) ? other.agreedOn() : c.agreedOn();
            events.add(new StrategyAgreed(open.number(), later, occasion.at()));
        }
        return events;
    }

    private static Optional<Signatory> signatory(StrategySetting around) {
        if (around.hasAnyRole(SUPERVISOR)) {
            return Optional.of(Signatory.SUPERVISOR);
        }
        return around.hasAnyRole(LIAISON) ? Optional.of(Signatory.LIAISON) : Optional.empty();
    }

    private static boolean isProposer(Strategy open, StrategySetting around) {
        return open.proposedBy().equals(around.occasion().by().id());
    }

    private static Obstacle samePerson() {
        return Obstacle.of("SAME_PERSON", "actor", "Who proposed it does not also approve or sign it.");
    }
}
