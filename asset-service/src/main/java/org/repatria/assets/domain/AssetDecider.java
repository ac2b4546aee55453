package org.repatria.assets.domain;

import static org.repatria.assets.domain.AssetReason.ASSET_ALREADY_REGISTERED;
import static org.repatria.assets.domain.AssetReason.ASSET_HAS_LEFT;
import static org.repatria.assets.domain.AssetReason.ASSET_LIMIT_REACHED;
import static org.repatria.assets.domain.AssetReason.CASE_NOT_LINKED;
import static org.repatria.decider.Decision.accept;
import static org.repatria.decider.Decision.nothingToDo;
import static org.repatria.decider.GeneralReason.NOT_FOUND;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.Asset.Unregistered;
import org.repatria.assets.domain.AssetCommand.ClaimCommand;
import org.repatria.assets.domain.AssetCommand.DuplicateCommand;
import org.repatria.assets.domain.AssetCommand.IdentifierCommand;
import org.repatria.assets.domain.AssetCommand.InterestCommand;
import org.repatria.assets.domain.AssetCommand.LinkCase;
import org.repatria.assets.domain.AssetCommand.NoteCaseAppeared;
import org.repatria.assets.domain.AssetCommand.NoteCaseClosed;
import org.repatria.assets.domain.AssetCommand.NoteCaseGround;
import org.repatria.assets.domain.AssetCommand.NoteTimePassed;
import org.repatria.assets.domain.AssetCommand.OrderCommand;
import org.repatria.assets.domain.AssetCommand.PlaceCommand;
import org.repatria.assets.domain.AssetCommand.RecordValuation;
import org.repatria.assets.domain.AssetCommand.RegisterAsset;
import org.repatria.assets.domain.AssetCommand.RegisterPart;
import org.repatria.assets.domain.AssetCommand.RestraintCommand;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.DischargeRestraint;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.ExtendRestraint;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.MarkRestraintLapsed;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.RecordRestraint;
import org.repatria.assets.domain.AssetCommand.StepCommand;
import org.repatria.assets.domain.AssetCommand.StepCommand.ConfirmAssetStep;
import org.repatria.assets.domain.AssetCommand.StepCommand.RecordFinding;
import org.repatria.assets.domain.AssetCommand.StepCommand.RefuseAssetStep;
import org.repatria.assets.domain.AssetCommand.UnderPolicy;
import org.repatria.assets.domain.AssetCommand.UnlinkCase;
import org.repatria.assets.domain.AssetCommand.UpkeepCommand;
import org.repatria.assets.domain.AssetEvent.AssetMerged;
import org.repatria.assets.domain.AssetEvent.AssetRegistered;
import org.repatria.assets.domain.AssetEvent.AssetSeparated;
import org.repatria.assets.domain.AssetEvent.AssetSplit;
import org.repatria.assets.domain.AssetEvent.AssetValued;
import org.repatria.assets.domain.AssetEvent.CaseGroundNoted;
import org.repatria.assets.domain.AssetEvent.CaseLinked;
import org.repatria.assets.domain.AssetEvent.CaseNamed;
import org.repatria.assets.domain.AssetEvent.CaseUnlinked;
import org.repatria.assets.domain.AssetEvent.ClaimCarriedOver;
import org.repatria.assets.domain.AssetEvent.ClaimChanged;
import org.repatria.assets.domain.AssetEvent.ClaimClockChanged;
import org.repatria.assets.domain.AssetEvent.ClaimFiled;
import org.repatria.assets.domain.AssetEvent.ClockChanged;
import org.repatria.assets.domain.AssetEvent.DistributionGapClosed;
import org.repatria.assets.domain.AssetEvent.DistributionGapFound;
import org.repatria.assets.domain.AssetEvent.FindingRecorded;
import org.repatria.assets.domain.AssetEvent.HearingRecorded;
import org.repatria.assets.domain.AssetEvent.IdentifierCorrected;
import org.repatria.assets.domain.AssetEvent.IdentifierRecorded;
import org.repatria.assets.domain.AssetEvent.InterestCorrected;
import org.repatria.assets.domain.AssetEvent.InterestEnded;
import org.repatria.assets.domain.AssetEvent.InterestRecorded;
import org.repatria.assets.domain.AssetEvent.KeptApart;
import org.repatria.assets.domain.AssetEvent.LinkedCaseClosed;
import org.repatria.assets.domain.AssetEvent.LinkedCaseReopened;
import org.repatria.assets.domain.AssetEvent.MergerTakenBack;
import org.repatria.assets.domain.AssetEvent.MergingBegan;
import org.repatria.assets.domain.AssetEvent.OrderCarriedOver;
import org.repatria.assets.domain.AssetEvent.OrderChanged;
import org.repatria.assets.domain.AssetEvent.OrderRecorded;
import org.repatria.assets.domain.AssetEvent.OtherAnswered;
import org.repatria.assets.domain.AssetEvent.PartTakenOver;
import org.repatria.assets.domain.AssetEvent.PlaceCorrected;
import org.repatria.assets.domain.AssetEvent.PlaceRecorded;
import org.repatria.assets.domain.AssetEvent.PossibleDuplicateFound;
import org.repatria.assets.domain.AssetEvent.RegisterEntryRecorded;
import org.repatria.assets.domain.AssetEvent.RestraintDischarged;
import org.repatria.assets.domain.AssetEvent.RestraintExtended;
import org.repatria.assets.domain.AssetEvent.RestraintLapsed;
import org.repatria.assets.domain.AssetEvent.RestraintRecorded;
import org.repatria.assets.domain.AssetEvent.SeparationBegan;
import org.repatria.assets.domain.AssetEvent.StepConfirmed;
import org.repatria.assets.domain.AssetEvent.StepProposed;
import org.repatria.assets.domain.AssetEvent.StepRefused;
import org.repatria.assets.domain.AssetEvent.UpkeepPaid;
import org.repatria.assets.domain.AssetEvent.UpkeepRecorded;
import org.repatria.assets.domain.CaseLink.Standing;
import org.repatria.assets.domain.InterestChange.Corrected;
import org.repatria.assets.domain.InterestChange.Ended;
import org.repatria.assets.domain.InterestChange.Recorded;
import org.repatria.clocks.ClockRules;
import org.repatria.clocks.Clocks;
import org.repatria.decider.Decider;
import org.repatria.decider.Decision;
import org.repatria.decider.Occasion;
import org.repatria.decider.Refusal;

/** The life of an asset as two tables; its orders and interests have tables of their own. See {@link Orders}. */
public final class AssetDecider implements Decider<AssetCommand, Asset, AssetEvent> {

    private final Function<Instant, ClockRules> law;

    /** @param law the clock rules as they were known at a moment */
    public AssetDecider(Function<Instant, ClockRules> law) {
        this.law = law;
    }

    /** Where no law is known, no clock runs. */
    public AssetDecider() {
        this(_ -> new ClockRules(List.of(), Map.of(), (_, _) -> List.of()));
    }

    @Override
    public Asset initial() {
        return new Unregistered();
    }

    /** What is asked, and what follows from it for what was agreed and for the clocks. */
    @Override
    public Decision<AssetEvent> decide(AssetCommand command, Asset state, Occasion on) {
        var decision = decided(command, state, on);
        return decision instanceof Decision.Accepted<AssetEvent>(var events)
                        && (!events.isEmpty() || command instanceof NoteTimePassed)
                ? withConsequences(events, state, on)
                : decision;
    }

    private Decision<AssetEvent> withConsequences(List<AssetEvent> events, Asset state, Occasion on) {
        var after = state;
        for (var event : events) {
            after = evolve(after, event);
        }
        var all = new ArrayList<>(events);
        Distributing.changed(state, after, on.at()).ifPresent(all::add);
        if (after instanceof Registered asset && !asset.sameness().isMerged()) {
            var rules = law.apply(on.at());
            AssetClocks.next(asset, rules, on.at()).forEach(event -> all.add(new ClockChanged(event)));
            ClaimClocks.next(asset, rules, on.at()).forEach(event -> all.add(new ClaimClockChanged(event)));
        }
        return Decision.acceptAll(all);
    }

    /** What each command does in each state. Asking twice for the same thing is no mistake and no event. */
    private static Decision<AssetEvent> decided(AssetCommand command, Asset state, Occasion on) {
        return switch (new Asked(state, command)) {
            case Asked(Registered a, UnderPolicy c) when !c.isAllowed(a.subject(), on) -> notFound();
            case Asked(Asset _, UnderPolicy c) -> decided(c.command(), state, on);

            case Asked(Unregistered _, RegisterAsset c) -> Registration.decide(c, on);
            case Asked(Unregistered _, RegisterPart c) ->
                c.whole()
                        .map(whole -> Decision.acceptAll(Parts.of(whole, c.side(), on)))
                        .orElseGet(AssetDecider::notFound);
            case Asked(Unregistered _, AssetCommand _) -> notFound();

            case Asked(Registered _, RegisterAsset _) ->
                Decision.refuse(ASSET_ALREADY_REGISTERED.because("An asset is already registered under this id."));
            case Asked(Registered a, AssetCommand c) when a.sameness().isMerged() -> Merging.ofMerged(c, a, on);
            // What waits for news or for a clock goes on; everything else is recorded at the parts.
            case Asked(Registered a, RegisterPart c) -> registerPart(c, a);
            case Asked(Registered a, AssetCommand c)
            when a.split().isPresent() && isOfTheParts(c) ->
                Decision.refuse(ASSET_HAS_LEFT.because("The asset was split into %s and %s; record it there."
                        .formatted(
                                a.split().orElseThrow().awarded(),
                                a.split().orElseThrow().rest())));
            case Asked(Registered a, MarkRestraintLapsed _) when a.split().isPresent() -> nothingToDo();

            case Asked(Registered a, LinkCase c) -> link(c, a, on);
            case Asked(Registered a, UnlinkCase c) -> unlink(c, a, on);
            // To an asset of another state a case stays what an unknown one is.
            case Asked(Registered a, NoteCaseAppeared c) when !c.states().contains(a.state()) -> nothingToDo();
            case Asked(Registered a, NoteCaseAppeared c) -> appeared(c, a, on);
            case Asked(Registered a, NoteCaseClosed c) when !c.states().contains(a.state()) -> nothingToDo();
            case Asked(Registered a, NoteCaseClosed c) -> closed(c, a, on);
            case Asked(Registered a, NoteCaseGround c) -> ground(c, a, on);
            case Asked(Registered a, IdentifierCommand c) -> Identifying.decide(c, a, on);
            case Asked(Registered a, PlaceCommand c) -> Locating.decide(c, a, on);
            case Asked(Registered a, RecordValuation c) -> Valuing.decide(c, a, on);
            case Asked(Registered a, RestraintCommand c) -> borne(a, Orders.decide(c, a, on));
            case Asked(Registered a, OrderCommand c) -> borne(a, Orders.decide(c, a, on));
            case Asked(Registered a, StepCommand c) -> borne(a, Steps.decide(c, a, on));
            case Asked(Registered a, UpkeepCommand c) -> Upkeeping.decide(c, a, on);
            case Asked(Registered _, NoteTimePassed _) -> nothingToDo();
            case Asked(Registered a, InterestCommand c) ->
                Interests.decide(c.asked(), a.interests(), Right.Thing.ASSET, on, AssetDecider::event);
            case Asked(Registered a, DuplicateCommand c) -> Doubling.decide(c, a, on);
            case Asked(Registered a, ClaimCommand c) -> Claims.decide(c, a, on);
        };
    }

    /** What an asset becomes once an event has happened. Never refuses: a fact is a fact. */
    @Override
    public Asset evolve(Asset state, AssetEvent event) {
        return switch (event) {
            case AssetRegistered e -> registered(e);
            case CaseNamed e -> asset(state).withLink(new CaseLink(e.caseId(), Standing.UNLINKED, e.at()));
            case CaseLinked e -> asset(state).withStanding(e.caseId(), Standing.KNOWN);
            case LinkedCaseClosed e -> asset(state).withStanding(e.caseId(), Standing.CASE_CLOSED);
            case LinkedCaseReopened e -> asset(state).withStanding(e.caseId(), Standing.KNOWN);
            case CaseGroundNoted e -> asset(state).withGround(e.caseId(), e.ground());
            case CaseUnlinked e -> asset(state).withoutLink(e.caseId());
            case IdentifierRecorded e -> asset(state).withIdentifier(e.identifier());
            case IdentifierCorrected e -> asset(state).withCorrection(e.correction());
            case PlaceRecorded e ->
                asset(state).withPlaces(asset(state).places().with(e.stay()));
            case PlaceCorrected e ->
                asset(state).withPlaces(asset(state).places().corrected(e.placeId(), e.correction(), e.successor()));
            case AssetValued e -> asset(state).withValuation(e.valuation());
            case RestraintRecorded e -> asset(state).withOrder(e.order());
            case RestraintExtended e ->
                asset(state)
                        .changing(
                                e.orderId(),
                                order -> order.extendedBy(e.successor().id()))
                        .withOrder(e.successor());
            case RestraintDischarged e -> asset(state).changing(e.orderId(), order -> order.discharged(e.discharge()));
            case RestraintLapsed e -> asset(state).changing(e.orderId(), order -> order.presumedLapsed(e.at()));
            case OrderRecorded e -> asset(state).withOrder(e.order());
            case OrderChanged e -> asset(state).changing(e.orderId(), order -> order.changed(e.change()));
            case RegisterEntryRecorded e -> asset(state).withRegisterEntry(e.entry());
            case HearingRecorded e -> asset(state).withHearing(e.hearing());
            case UpkeepRecorded e -> asset(state).withUpkeep(e.upkeep());
            case UpkeepPaid e -> asset(state).paying(e.upkeepId(), e.on());
            case FindingRecorded e -> asset(state).withFinding(e.finding());
            case StepProposed e -> asset(state).withWaiting(e.proposal());
            case StepConfirmed e -> asset(state).withoutWaiting(e.stepId());
            case StepRefused e -> asset(state).withoutWaiting(e.stepId());
            case InterestRecorded e -> asset(state).withInterests(new Recorded(e.interest()));
            case InterestEnded e -> asset(state).withInterests(new Ended(e.interestId(), e.ending()));
            case InterestCorrected e ->
                asset(state).withInterests(new Corrected(e.interestId(), e.correction(), e.successor()));
            case ClockChanged e -> asset(state).withClocks(asset(state).clocks().after(e.event()));
            case ClaimClockChanged e ->
                asset(state).withClocksOfClaims(asset(state).clocksOfClaims().after(e.event()));
            case PossibleDuplicateFound e ->
                asset(state).withSameness(asset(state).sameness().found(Doubling.possible(e)));
            case MergingBegan e -> Merging.after(asset(state), e);
            case AssetMerged e -> Merging.after(asset(state), e);
            case SeparationBegan e -> Merging.after(asset(state), e);
            case AssetSeparated e -> Merging.after(asset(state), e);
            case MergerTakenBack e -> Merging.after(asset(state), e);
            case OtherAnswered e -> Merging.after(asset(state), e.answer());
            case KeptApart e ->
                asset(state).withSameness(asset(state).sameness().keptApart(e.otherId(), e.how()));
            case ClaimFiled e -> asset(state).withClaim(e.claim());
            case ClaimChanged e -> asset(state).changing(e.claimId(), e.change());
            case AssetSplit e -> asset(state).withSplit(e.split());
            case PartTakenOver e -> asset(state).takingOver(e);
            case OrderCarriedOver _, ClaimCarriedOver _, DistributionGapFound _, DistributionGapClosed _ -> state;
        };
    }

    private static Decision<AssetEvent> notFound() {
        return Decision.refuse(Refusal.of(NOT_FOUND, "No asset is known here under this id."));
    }

    /** A part is registered once, however often its whole is told to have been split. */
    private static Decision<AssetEvent> registerPart(RegisterPart command, Registered asset) {
        return asset.partOf()
                        .filter(it -> it.assetId().equals(command.wholeId()) && it.side() == command.side())
                        .isPresent()
                ? nothingToDo()
                : Decision.refuse(ASSET_ALREADY_REGISTERED.because("Another asset is registered under this id."));
    }

    /** Whether a command is of what an asset is, and not of what others say or what waits here. */
    private static boolean isOfTheParts(AssetCommand command) {
        return switch (command) {
            case RecordValuation _,
                    IdentifierCommand _,
                    PlaceCommand _,
                    LinkCase _,
                    RecordRestraint _,
                    ExtendRestraint _,
                    DischargeRestraint _,
                    OrderCommand _,
                    RecordFinding _,
                    ConfirmAssetStep _,
                    InterestCommand _,
                    AssetCommand.DuplicateCommand.MergeAsset _,
                    UpkeepCommand.RecordUpkeep _,
                    ClaimCommand _ -> true;
            case RegisterAsset _,
                    RegisterPart _,
                    UnderPolicy _,
                    UnlinkCase _,
                    NoteCaseAppeared _,
                    NoteCaseClosed _,
                    NoteCaseGround _,
                    MarkRestraintLapsed _,
                    NoteTimePassed _,
                    DuplicateCommand _,
                    UpkeepCommand _,
                    RefuseAssetStep _ -> false;
        };
    }

    private static Decision<AssetEvent> link(LinkCase command, Registered asset, Occasion on) {
        if (asset.link(command.caseId()).isPresent()) {
            return nothingToDo();
        }
        return asset.links().size() < Limits.LINKS_MAX
                ? accept(new CaseNamed(command.caseId(), on.at()))
                : Decision.refuse(
                        ASSET_LIMIT_REACHED.because("An asset has at most %d cases.".formatted(Limits.LINKS_MAX)));
    }

    private static Decision<AssetEvent> unlink(UnlinkCase command, Registered asset, Occasion on) {
        if (asset.link(command.caseId()).isEmpty()) {
            return Decision.refuse(CASE_NOT_LINKED.because("The asset is not linked to this case."));
        }
        return Texts.paragraph("reason", command.reason())
                .<Decision<AssetEvent>>map(Decision::refuse)
                .orElseGet(() -> accept(
                        new CaseUnlinked(command.caseId(), command.reason().strip(), on.at())));
    }

    /** A link that was taken back meanwhile has nothing left to note. */
    private static Decision<AssetEvent> appeared(NoteCaseAppeared command, Registered asset, Occasion on) {
        var linked = new CaseLinked(command.caseId(), on.at());
        var reopened = new LinkedCaseReopened(command.caseId(), on.at());
        return asset.link(command.caseId())
                .map(link -> switch (link.standing()) {
                    case UNLINKED -> events(linked);
                    case CASE_CLOSED -> events(reopened);
                    case KNOWN -> events();
                })
                .orElseGet(Decision::nothingToDo);
    }

    private static Decision<AssetEvent> closed(NoteCaseClosed command, Registered asset, Occasion on) {
        var linked = new CaseLinked(command.caseId(), on.at());
        var closed = new LinkedCaseClosed(command.caseId(), on.at());
        return asset.link(command.caseId())
                .map(link -> switch (link.standing()) {
                    case UNLINKED -> events(linked, closed);
                    case KNOWN -> events(closed);
                    case CASE_CLOSED -> events();
                })
                .orElseGet(Decision::nothingToDo);
    }

    private static Decision<AssetEvent> ground(NoteCaseGround command, Registered asset, Occasion on) {
        return asset.link(command.caseId()).stream()
                .flatMap(link ->
                        Optional.ofNullable(command.grounds().get(asset.state())).filter(link::isOlderThan).stream())
                .findFirst()
                .<Decision<AssetEvent>>map(said -> accept(new CaseGroundNoted(command.caseId(), said, on.at())))
                .orElseGet(Decision::nothingToDo);
    }

    /** An order that would be recorded needs a case that bears it. One that is recorded needs nothing. */
    private static Decision<AssetEvent> borne(Registered asset, Decision<AssetEvent> decision) {
        return decision instanceof Decision.Accepted<AssetEvent>(var events)
                ? CaseGround.lackedBy(events, asset)
                        .<Decision<AssetEvent>>map(Decision::refuse)
                        .orElse(decision)
                : decision;
    }

    private static Decision<AssetEvent> events(AssetEvent... events) {
        return Decision.acceptAll(List.of(events));
    }

    private static AssetEvent event(InterestChange change) {
        return switch (change) {
            case Recorded(var interest) -> new InterestRecorded(interest);
            case Ended(var id, var ending) -> new InterestEnded(id, ending);
            case Corrected(var id, var correction, var successor) -> new InterestCorrected(id, correction, successor);
        };
    }

    private static Registered registered(AssetRegistered e) {
        return new Registered(
                e.assetId(),
                e.kind(),
                e.description(),
                e.descriptionProvenance(),
                e.identifiers(),
                e.location(),
                e.source(),
                e.confidence(),
                e.authority(),
                e.at(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Clocks.none(),
                Clocks.none(),
                Sameness.NOTHING_KNOWN,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Places.registered(e.assetId(), e.location(), new Provenance(e.source(), e.confidence()), e.at()),
                List.of());
    }

    private static Registered asset(Asset state) {
        return switch (state) {
            case Registered registered -> registered;
            case Unregistered _ -> throw new IllegalStateException("an event before the registration");
        };
    }

    private record Asked(Asset state, AssetCommand command) {}
}
