package org.repatria.cases.domain.casefile;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.assets.AssetsInState;
import org.repatria.cases.domain.casefile.Case.Opened;
import org.repatria.cases.domain.law.Gate;
import org.repatria.cases.domain.law.LegalOccasion;
import org.repatria.cases.domain.law.LegalRelation.InstrumentType;
import org.repatria.cases.domain.lifecycle.Course;
import org.repatria.cases.domain.lifecycle.Guard;
import org.repatria.cases.domain.lifecycle.LifecycleSetting;
import org.repatria.cases.domain.lifecycle.Move;
import org.repatria.cases.domain.safeguards.Gates;
import org.repatria.cases.domain.sharing.Content;
import org.repatria.cases.domain.sharing.SharingDecider;
import org.repatria.cases.domain.sharing.SharingSetting;
import org.repatria.clocks.Clock;
import org.repatria.clocks.Happened;
import org.repatria.decider.Obstacle;

/**
 * What the rest of a case answers to one of its moves. It checks the gates and guards of the tables in the light of the
 * whole file.
 */
final class CaseSetting implements LifecycleSetting {

    /** The lifecycles that are pathways; the others are notices, assurances and the case itself. */
    static final Set<String> PATHWAYS =
            Set.of("extradition", "removal", "hostProsecution", "voluntaryReturn", "assetRecovery");

    private static final Set<String> RIGHTS_GROUNDS = Set.of("RF-M1", "RF-M2", "RF-M6", "RF-M7");

    private static final Set<String> STANDING_ASSURANCE = Set.of("ACCEPTED", "IN_FORCE", "FULFILLED", "CLEARED");

    private static final String PROPOSAL_RULE = "CLK-POL-PROPOSAL";

    private static final String RETENTION_REVIEW = "CLK-POL-RETENTION-REVIEW-";

    private static final String RETENTION_END = "CLK-POL-RETENTION-END-";

    private final Opened state;
    private final LegalOccasion occasion;

    CaseSetting(Opened state, LegalOccasion occasion) {
        this.state = state;
        this.occasion = occasion;
    }

    @Override
    public Relation relation() {
        return state.file().relation();
    }

    @Override
    public LegalOccasion occasion() {
        return occasion;
    }

    @Override
    public List<Obstacle> missingAt(Gate gate, Course course, Happened on) {
        var cells = Gates.look(gate, dossier().safeguards().checks(), about(course), on, occasion.rules());
        var side = Side.of(occasion.by().authority(), relation());
        return (side == Side.REQUESTING ? Gates.told(cells) : cells)
                .stream().flatMap(cell -> cell.missing().stream()).toList();
    }

    /** Checks are made about a course, or about the whole case. */
    private Optional<String> about(Course course) {
        return course.id().equals(state.id().value()) ? Optional.empty() : Optional.of(course.id());
    }

    @Override
    public boolean hasConflict(String officerId) {
        return dossier().safeguards().conflicts().hasConflict(officerId);
    }

    @Override
    public Duration proposalsOpenFor() {
        return occasion.rules()
                .clockRule(PROPOSAL_RULE, occasion.today())
                .map(rule -> Duration.ofDays(rule.amount()))
                .orElseThrow(() -> new IllegalStateException("the reference data has no " + PROPOSAL_RULE));
    }

    @Override
    public List<Obstacle> against(Guard guard, Course course, Move move) {
        return switch (guard) {
            case NO_STAY_IN_FORCE -> dossier().safeguards().stays().against(move.happened());
            case ALONE_IN_EXECUTION -> othersInExecution(guard, course);
            case NOT_BARRED -> Assessing.barring(guard, course, state, occasion);
            case IN_AGREED_STRATEGY -> Assessing.outsideStrategy(guard, course, state);
            case LIMITATION_NOT_EXPIRED -> Charging.lapsed(guard, course, move, state, occasion);
            case ASSURANCES_ACCEPTED -> openAssurances(guard);
            case COOLING_OFF_OVER -> coolingOff(guard, course, move);
            case CONTACT_PAUSE_OVER -> contactPause(guard, move);
            case NOT_DISGUISED -> disguised(course, move);
            case NOT_AFTER_RIGHTS_REFUSAL -> refusedOnRights(guard);
            case NOT_UNDER_CHALLENGE ->
                unless(
                        state.stage() != Stage.UNDER_CHALLENGE,
                        guard,
                        "case",
                        "The person's identity or data are under challenge; nothing new is shared meanwhile.");
            case PATHWAYS_ENDED -> openPathways(guard);
            case MONEY_SETTLED -> openMoney(guard, move);
            case NOTICES_SETTLED -> openNotices(guard);
            // INVARIANT: what is kept is kept now, on whatever day the move is said to have happened.
            case NO_LEGAL_HOLD -> dossier().safeguards().stays().keeping(Happened.on(occasion.today()));
            case RETENTION_OVER -> retained(guard, move);
            case SHARING_ALLOWED -> sharing(move);
            case LEGAL_BASIS_IN_FORCE -> legalBasis(guard, course, move);
            case NOT_ON_CASE_TEAM -> onTeam(guard);
            case LATER_CHARGES_DECIDED -> List.of();
        };
    }

    private List<Obstacle> othersInExecution(Guard guard, Course course) {
        return courses()
                .filter(other -> !other.id().equals(course.id()))
                .filter(other -> other.isInExecution())
                .map(other -> obstacle(
                        guard,
                        other.id(),
                        "Another pathway is moving the person: " + other.kind() + " in " + other.state() + "."))
                .toList();
    }

    private List<Obstacle> openAssurances(Guard guard) {
        return courses()
                .filter(course -> course.kind().equals("assurance") && !STANDING_ASSURANCE.contains(course.state()))
                .map(course -> obstacle(
                        guard,
                        course.id(),
                        "The assurance " + course.title() + " is " + course.state() + ", not accepted."))
                .toList();
    }

    private List<Obstacle> coolingOff(Guard guard, Course course, Move move) {
        var signed = clocks().filter(clock -> clock.about().equals(course.id())
                        && clock.rule().trigger().equals("voluntaryReturn.CONSENT_SIGNED"))
                .reduce((_, later) -> later);
        return signed.map(clock -> unless(
                        move.happened().day().isAfter(clock.effective().lastDay()),
                        guard,
                        clock.rule().id(),
                        "The cooling-off period runs until " + clock.effective().lastDay() + "."))
                .orElseGet(() -> List.of(obstacle(guard, course.id(), "No consent has been signed.")));
    }

    /**
     * Checks that the retention period is over. The review of what is kept ends before the file is put away, and the
     * time for which it may be kept ends before it is erased.
     */
    private List<Obstacle> retained(Guard guard, Move move) {
        var counted = move.to().equals(Stage.ARCHIVED.name()) ? RETENTION_REVIEW : RETENTION_END;
        return clocks().filter(clock -> clock.rule().id().startsWith(counted))
                .reduce((_, later) -> later)
                .map(clock -> unless(
                        move.happened().day().isAfter(clock.effective().lastDay()),
                        guard,
                        clock.rule().id(),
                        "It is kept until " + clock.effective().lastDay() + "."))
                .orElseGet(() -> List.of(obstacle(guard, counted, "No such time was counted for this case.")));
    }

    private List<Obstacle> contactPause(Guard guard, Move move) {
        return clocks().filter(clock -> clock.rule().trigger().equals("voluntaryReturn.DECLINED"))
                .filter(clock -> clock.runs()
                        && !move.happened().day().isAfter(clock.effective().lastDay()))
                .map(clock -> obstacle(
                        guard,
                        clock.rule().id(),
                        "The person refused contact; unless the person asks, nobody does before "
                                + clock.effective().lastDay().plusDays(1) + "."))
                .toList();
    }

    /**
     * Asked only where the other way is there too (source: lifecycle of the case, invariant ii). The two ways are
     * extradition and removal.
     */
    private List<Obstacle> disguised(Course course, Move move) {
        var otherWay = course.kind().equals("extradition") ? "removal" : "extradition";
        return courses().noneMatch(other -> other.kind().equals(otherWay))
                ? List.of()
                : missingAt(Gate.REMOVAL_CHARGE, course, move.happened()).stream()
                        .filter(missing -> missing.about().equals("SG-14"))
                        .toList();
    }

    private List<Obstacle> refusedOnRights(Guard guard) {
        return courses()
                .filter(course -> course.kind().equals("extradition")
                        && (course.hasBeen("REFUSED") || course.hasBeen("DISCHARGED") || course.hasBeen("BARRED"))
                        && RIGHTS_GROUNDS.contains(course.particulars().getOrDefault("ground", "")))
                .map(course -> obstacle(
                        guard,
                        course.id(),
                        "An extradition was refused on grounds of rights ("
                                + course.particulars().get("ground") + "); removal must not take its place."))
                .toList();
    }

    private List<Obstacle> openPathways(Guard guard) {
        return courses()
                .filter(course -> PATHWAYS.contains(course.kind()) && !course.hasEnded())
                .map(course -> obstacle(
                        guard, course.id(), "The pathway " + course.kind() + " is still in " + course.state() + "."))
                .toList();
    }

    /** Which assets they are, and how each stands, is told to nobody but the host state. */
    private List<Obstacle> openMoney(Guard guard, Move move) {
        var released = Recovering.isReleaseDecided(state, move);
        var open = dossier().assetsByState().states().stream()
                .filter(some -> !some.isSettled() && !(released && some.isReleased()))
                .toList();
        if (Side.of(occasion.by().authority(), relation()) != Side.REQUESTED && !open.isEmpty()) {
            return List.of(obstacle(guard, "assets", "Money is still open."));
        }
        return open.stream().flatMap(some -> openMoney(guard, some)).toList();
    }

    private static Stream<Obstacle> openMoney(Guard guard, AssetsInState some) {
        var how = some.state()
                + (some.isReleased()
                        ? "; the pathway of recovery says neither that it was returned nor that it was given back."
                        : ".");
        var further = some.count() - some.first().size();
        return Stream.concat(
                some.first().stream().map(id -> obstacle(guard, id, "The asset " + id + " is " + how)),
                further > 0
                        ? Stream.of(obstacle(guard, "assets", "Of " + further + " further assets each is " + how))
                        : Stream.empty());
    }

    private List<Obstacle> openNotices(Guard guard) {
        return courses()
                .filter(course -> course.kind().equals("notice") && !course.hasEnded())
                .map(course -> obstacle(
                        guard, course.id(), "The notice " + course.title() + " is still " + course.state() + "."))
                .toList();
    }

    private List<Obstacle> sharing(Move move) {
        return SharingDecider.missingFor(
                Set.of(Content.TRAVEL_DOCUMENT),
                move.happened().day(),
                dossier().disclosures(),
                new SharingSetting(
                        relation(), occasion, dossier().safeguards(), state.stage() == Stage.UNDER_CHALLENGE));
    }

    /** A treaty in force on the day, or a host state that needs none (source: SG-07, ST-03 to ST-05). */
    private List<Obstacle> legalBasis(Guard guard, Course course, Move move) {
        if (!course.kind().equals("extradition")) {
            return List.of();
        }
        var day = move.happened().day();
        var treaty = occasion.rules()
                .standing(relation().requesting(), relation().requested(), InstrumentType.EXTRADITION, day);
        var needsNone = occasion.rules()
                .profile(relation().requested(), day)
                .filter(profile -> profile.extraditionNeedsTreaty().equals("NO"))
                .isPresent();
        return unless(
                treaty.inForce().isYes() || needsNone,
                guard,
                "SG-07",
                "The extradition treaty of the two states is " + treaty.status() + " on " + day + ".");
    }

    private List<Obstacle> onTeam(Guard guard) {
        var person = occasion.by().id();
        var onTeam = state.file().isAssignedTo(person)
                || dossier().safeguards().checks().entries().stream()
                        .anyMatch(entry -> entry.recorded().isOf(person))
                || courses()
                        .flatMap(course -> course.steps().stream())
                        .anyMatch(step -> step.by().equals(person));
        return unless(!onTeam, guard, person, "Who certifies must never have worked on the case.");
    }

    private Stream<Course> courses() {
        return dossier().courses().courses().stream();
    }

    private Stream<Clock> clocks() {
        return dossier().clocks().clocks().stream();
    }

    private Dossier dossier() {
        return state.file().dossier();
    }

    private static List<Obstacle> unless(boolean met, Guard guard, String about, String detail) {
        return met ? List.of() : List.of(obstacle(guard, about, detail));
    }

    static Obstacle obstacle(Guard guard, String about, String detail) {
        return Obstacle.of(guard.name(), about, detail, guard.source());
    }
}
