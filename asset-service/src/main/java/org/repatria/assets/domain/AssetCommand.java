package org.repatria.assets.domain;

import static org.repatria.assets.domain.AssetReason.*;
import static org.repatria.assets.domain.InterestReason.*;
import static org.repatria.assets.domain.Limits.LINE_CHARS_MAX;
import static org.repatria.assets.domain.Limits.PARAGRAPH_CHARS_MAX;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.repatria.assets.domain.InterestReason.RefusedForInterest;
import org.repatria.assets.domain.identifiers.Scheme;
import org.repatria.decider.Carrying;
import org.repatria.decider.Occasion;
import org.repatria.decider.input.Fresh;
import org.repatria.decider.input.InPath;
import org.repatria.decider.input.Printed;
import org.repatria.decider.input.Size;
import org.repatria.decider.input.Unfit;
import org.repatria.policy.Act;
import org.repatria.policy.Policy;
import org.repatria.policy.Subject;
import org.repatria.policy.Verdict;

/** What may be asked of an asset. */
@RefusedFor(ASSET_MERGED)
public sealed interface AssetCommand {

    /** Take an asset on file. */
    @RefusedFor({ASSET_ALREADY_REGISTERED, ASSET_LIMIT_REACHED})
    record RegisterAsset(
            @Fresh("asset-") AssetId assetId,
            AssetKind kind,
            @Size(max = PARAGRAPH_CHARS_MAX) String description,
            Optional<Provenance> descriptionProvenance,
            List<Identifier> identifiers,
            Place location,
            @Size(max = PARAGRAPH_CHARS_MAX) String source,
            Confidence confidence)
            implements AssetCommand {}

    /** A place as somebody says it; the jurisdiction is the country where nothing else is said. */
    record Place(@Printed @Size(max = 2) String country, Optional<@Printed @Size(max = 6) String> jurisdiction) {

        public Location inFull() {
            return new Location(country, jurisdiction.orElse(country));
        }
    }

    /**
     * A command of a person, to whom an asset that is not theirs to act on is not there.
     *
     * @param act what the command is in the words of the policy, on an asset that is there
     */
    record UnderPolicy(Act act, AssetCommand command) implements AssetCommand, Carrying {
        boolean isAllowed(Subject asset, Occasion on) {
            return Policy.ofTheHouse().decide(on.by(), act, asset, on.purpose()) == Verdict.ALLOWED;
        }
    }

    /** A time zone in which the days of a court can be counted. */
    static void demandZone(ZoneId zone) {
        if (!ZoneId.getAvailableZoneIds().contains(zone.getId())) {
            throw new Unfit("zone", "ZONE", "must be a time zone of the IANA database, such as Europe/Zurich");
        }
    }

    /** Say that the asset belongs to a case, known here or not. */
    @RefusedFor({ASSET_HAS_LEFT, ASSET_LIMIT_REACHED})
    record LinkCase(CaseId caseId) implements AssetCommand {}

    /** What is asked of the numbers by which the asset is told apart. */
    sealed interface IdentifierCommand extends AssetCommand {}

    /** Add an identifier that became known later. */
    @RefusedFor({ASSET_HAS_LEFT, ASSET_LIMIT_REACHED})
    record RecordIdentifier(Identifier identifier) implements IdentifierCommand {}

    /**
     * Put another identifier in the place of one that was wrong; the wrong one stays to be read.
     *
     * @param scheme of the wrong one
     * @param value the wrong one
     */
    @RefusedFor({ASSET_HAS_LEFT, ASSET_LIMIT_REACHED})
    record CorrectIdentifier(
            Scheme scheme,
            @Printed @Size(max = Scheme.CHARS_MAX) String value,
            Identifier successor,
            @Size(max = PARAGRAPH_CHARS_MAX) String reason)
            implements IdentifierCommand {}

    /** Take back that the asset belongs to a case. */
    @RefusedFor(CASE_NOT_LINKED)
    record UnlinkCase(
            @InPath CaseId caseId,
            @Size(max = PARAGRAPH_CHARS_MAX) String reason) implements AssetCommand {}

    /** Add what the asset was found to be worth. */
    @RefusedFor({ASSET_HAS_LEFT, ASSET_LIMIT_REACHED})
    record RecordValuation(
            Valuation.Kind kind,
            Money value,
            LocalDate valuedOn,
            @Size(max = LINE_CHARS_MAX) String method,
            @Size(max = LINE_CHARS_MAX) String valuer,
            Valuation.Basis basis,
            @Size(max = 20) List<InterestId> liens)
            implements AssetCommand {
        public RecordValuation {
            liens = List.copyOf(liens);
        }
    }

    /** What may be asked of where an asset is. */
    sealed interface PlaceCommand extends AssetCommand {

        /** Record where the asset is from a day on; where it was before stays to be read. */
        @RefusedFor({PLACE_CONTRADICTS, ASSET_HAS_LEFT, ASSET_LIMIT_REACHED})
        record RecordPlace(@Fresh("place-") PlaceId placeId, Place location, LocalDate from, Provenance provenance)
                implements PlaceCommand {}

        /**
         * Put another entry in the place of one that was wrong; the wrong one stays to be read.
         *
         * @param from the first day there; nothing where nobody knows since when
         */
        @RefusedFor({PLACE_CONTRADICTS, PLACE_CORRECTED, ASSET_HAS_LEFT, ASSET_LIMIT_REACHED})
        record CorrectPlace(
                @InPath PlaceId placeId,
                @Fresh("place-") PlaceId correctedBy,
                Place location,
                Optional<LocalDate> from,
                Provenance provenance,
                @Size(max = PARAGRAPH_CHARS_MAX) String reason)
                implements PlaceCommand {}
    }

    /**
     * Take note that a case exists and is open.
     *
     * @param states between which it is; where the asset's is none of them, the asset never learns of it
     */
    record NoteCaseAppeared(CaseId caseId, Set<String> states) implements AssetCommand {
        public NoteCaseAppeared {
            states = Set.copyOf(states);
        }
    }

    /**
     * Take note that a case exists and is closed.
     *
     * @param states between which it is; where the asset's is none of them, the asset never learns of it
     */
    record NoteCaseClosed(CaseId caseId, Set<String> states) implements AssetCommand {
        public NoteCaseClosed {
            states = Set.copyOf(states);
        }
    }

    /**
     * Take note of what steps on the asset may rest on in a case.
     *
     * @param grounds by the state whose assets are judged by it; where the asset's is none of them, it learns nothing
     */
    record NoteCaseGround(CaseId caseId, Map<String, CaseGround> grounds) implements AssetCommand {
        public NoteCaseGround {
            grounds = Map.copyOf(grounds);
        }
    }

    /** What may be asked of the restraint orders of an asset. */
    sealed interface RestraintCommand extends AssetCommand {

        /**
         * Record that a court restrained the asset.
         *
         * @param measure what the order is in the words of the law that limits it in time; without it no clock of the
         *     law runs for it
         */
        @RefusedFor({STEP_WITHOUT_GROUND, RESTRAINT_ALREADY_RECORDED, ASSET_HAS_LEFT, ASSET_LIMIT_REACHED})
        record RecordRestraint(
                @Fresh("order-") OrderId orderId,
                @Printed @Size(max = LINE_CHARS_MAX) String courtReference,
                @Size(max = PARAGRAPH_CHARS_MAX) String legalBasis,
                LocalDate issuedOn,
                LocalDate endsOn,
                ZoneId zone,
                Optional<Measure> measure)
                implements RestraintCommand {
            public RecordRestraint {
                demandZone(zone);
            }
        }

        /** Record that a court let an order run longer; the longer one is an order of its own. */
        @RefusedFor({
            RESTRAINT_ALREADY_RECORDED,
            RESTRAINT_EXTENDED,
            RESTRAINT_DISCHARGED,
            ORDER_STEP_UNFIT,
            ASSET_HAS_LEFT,
            ASSET_LIMIT_REACHED
        })
        record ExtendRestraint(
                @InPath OrderId orderId,
                @Fresh("order-") OrderId successorId,
                @Printed @Size(max = LINE_CHARS_MAX) String courtReference,
                @Size(max = PARAGRAPH_CHARS_MAX) String legalBasis,
                LocalDate issuedOn,
                LocalDate endsOn)
                implements RestraintCommand {}

        /**
         * Record that an order was lifted as a whole: by a court, or by the authority, which takes two people.
         *
         * @param courtReference of the court's decision; where there is none, a legal officer proposes it and a
         *     supervisor confirms it
         * @param requestingStateHeardOn when the requesting state had been heard; follows from what is recorded of its
         *     hearing, and is refused where it does not
         */
        @RefusedFor({
            RESTRAINT_EXTENDED,
            RESTRAINT_DISCHARGED,
            ORDER_STEP_UNFIT,
            STEP_NOT_YOURS,
            ASSET_HAS_LEFT,
            ASSET_LIMIT_REACHED
        })
        record DischargeRestraint(
                @InPath OrderId orderId,
                @Fresh("step-") StepId stepId,
                LocalDate dischargedOn,
                @Size(max = PARAGRAPH_CHARS_MAX) String reason,
                Optional<@Printed @Size(max = LINE_CHARS_MAX) String> courtReference,
                Optional<LocalDate> requestingStateHeardOn)
                implements RestraintCommand {}

        /** Presume that an order lapsed, because its last day has passed. */
        @RefusedFor({RESTRAINT_EXTENDED, RESTRAINT_DISCHARGED, RESTRAINT_STILL_RUNNING, ORDER_STEP_UNFIT})
        record MarkRestraintLapsed(OrderId orderId) implements RestraintCommand {}
    }

    /** What may be asked of court orders of every kind. */
    sealed interface OrderCommand extends AssetCommand {

        /**
         * Record that a court was asked for an order, or made one.
         *
         * @param legalBasis the law that it rests on
         * @param enforces the order of another state, recorded at this asset, that it carries out here
         * @param to APPLIED or ISSUED
         * @param on the day of the application or the decision
         */
        @RefusedFor({
            STEP_WITHOUT_GROUND,
            RESTRAINT_ALREADY_RECORDED,
            ORDER_STEP_UNFIT,
            STEP_NOT_YOURS,
            ASSET_NOT_TRACED,
            ASSET_HAS_LEFT,
            ASSET_LIMIT_REACHED
        })
        record RecordOrder(
                @Fresh("order-") OrderId orderId,
                OrderKind kind,
                @Size(max = PARAGRAPH_CHARS_MAX) String legalBasis,
                Optional<OrderId> enforces,
                OrderStatus to,
                LocalDate on,
                Particulars particulars)
                implements OrderCommand {}

        /**
         * Record one step in the life of an order.
         *
         * @param to what the order becomes
         * @param on the day on which it happened
         */
        @RefusedFor({
            STEP_WITHOUT_GROUND,
            RESTRAINT_ALREADY_RECORDED,
            RESTRAINT_EXTENDED,
            RESTRAINT_DISCHARGED,
            RESTRAINT_STILL_RUNNING,
            ORDER_STEP_UNFIT,
            STEP_NOT_YOURS,
            ASSET_HAS_LEFT,
            CLAIM_NOT_RESERVED,
            DISTRIBUTION_BROKEN,
            ASSET_LIMIT_REACHED
        })
        record ChangeOrder(
                @InPath OrderId orderId,
                @Fresh("step-") StepId stepId,
                OrderStatus to,
                LocalDate on,
                Particulars particulars)
                implements OrderCommand {}

        /**
         * Record that a public register was asked to enter an order, or entered it.
         *
         * @param register by its name, which is published: no person is named in it; said again, it replaces the former
         * @param appliedOn when the entry was applied for
         * @param enteredOn when the register made it; left out while it has not
         */
        @RefusedFor({ORDER_STEP_UNFIT, ASSET_LIMIT_REACHED})
        record RecordRegisterEntry(
                @InPath OrderId orderId,
                @Printed @Size(max = LINE_CHARS_MAX) String register,
                LocalDate appliedOn,
                Optional<LocalDate> enteredOn)
                implements OrderCommand {}

        /**
         * Record that the requesting state was asked why a measure should go on, or answered.
         *
         * @param askedOn when it was told that the measure is to be lifted; said again, it replaces the former
         * @param answeredOn when it answered; left out while it has not
         * @param paper the letter to it, or its answer
         */
        @RefusedFor({ORDER_STEP_UNFIT, ASSET_LIMIT_REACHED})
        record RecordHearing(
                @InPath OrderId orderId,
                LocalDate askedOn,
                Optional<LocalDate> answeredOn,
                @Size(max = LINE_CHARS_MAX) String paper)
                implements OrderCommand {}
    }

    /** What may be asked of findings on an asset, and of steps that wait for a second person. */
    sealed interface StepCommand extends AssetCommand {

        /**
         * Record what was found of the asset, or became of it.
         *
         * @param on the day from which it holds
         */
        @RefusedFor({
            STEP_WITHOUT_GROUND,
            STEP_NOT_YOURS,
            ORDER_STEP_UNFIT,
            ASSET_NOT_CONFISCATED,
            CLAIM_NOT_RESERVED,
            DISTRIBUTION_BROKEN,
            FINDING_TOO_EARLY,
            APPRAISALS_MISSING,
            ASSET_STILL_HELD,
            ASSET_HAS_LEFT,
            ASSET_LIMIT_REACHED
        })
        record RecordFinding(@Fresh("step-") StepId stepId, Finding.Kind kind, LocalDate on, Particulars particulars)
                implements StepCommand {}

        /** Agree as the second person to a step that waits. */
        @RefusedFor({
            STEP_WITHOUT_GROUND,
            RESTRAINT_EXTENDED,
            RESTRAINT_DISCHARGED,
            RESTRAINT_STILL_RUNNING,
            ORDER_STEP_UNFIT,
            STEP_NOT_YOURS,
            STEP_NEEDS_ANOTHER_PERSON,
            CLAIM_STEP_UNFIT,
            ASSET_NOT_CONFISCATED,
            CLAIM_NOT_RESERVED,
            DISTRIBUTION_BROKEN,
            FINDING_TOO_EARLY,
            APPRAISALS_MISSING,
            ASSET_STILL_HELD,
            ASSET_HAS_LEFT,
            ASSET_LIMIT_REACHED,
            MERGER_UNFIT,
            MERGER_CONTRADICTS,
            OTHER_ASSET_UNKNOWN
        })
        record ConfirmAssetStep(@InPath StepId stepId) implements StepCommand {}

        /** Do not agree to a step that waits, or take back one's own. */
        @RefusedFor(STEP_NOT_YOURS)
        record RefuseAssetStep(
                @InPath StepId stepId,
                @Size(max = PARAGRAPH_CHARS_MAX) String reason) implements StepCommand {}
    }

    /** What may be asked of what is due for an asset. */
    sealed interface UpkeepCommand extends AssetCommand {

        /**
         * Record what is due so that the asset keeps its value.
         *
         * @param dueOn the last day on which it can be paid
         * @param zone the time zone in which that day is counted
         */
        @RefusedFor({ASSET_HAS_LEFT, ASSET_LIMIT_REACHED})
        record RecordUpkeep(
                @Fresh("upkeep-") UpkeepId upkeepId,
                Upkeep.Kind kind,
                @Size(max = LINE_CHARS_MAX) String payee,
                LocalDate dueOn,
                ZoneId zone,
                Optional<Money> amount)
                implements UpkeepCommand {
            public RecordUpkeep {
                demandZone(zone);
            }
        }

        /** Record that what was due is paid. */
        @RefusedFor(UPKEEP_PAID)
        record RecordUpkeepPaid(@InPath UpkeepId upkeepId, LocalDate paidOn) implements UpkeepCommand {}
    }

    /** What may be asked of the interests in an asset. */
    @RefusedFor(ASSET_HAS_LEFT)
    sealed interface InterestCommand extends AssetCommand {

        InterestAsked asked();

        /** Record that somebody has an interest in the asset. */
        @RefusedForInterest({INTEREST_ALREADY_RECORDED, INTEREST_LIMIT_REACHED})
        record RecordInterest(@Fresh("interest-") InterestId interestId, InterestEntry interest)
                implements InterestCommand {
            @Override
            public InterestAsked asked() {
                return new InterestAsked.ToRecord(interestId, interest);
            }
        }

        /** Record that an interest in the asset has ended. */
        @RefusedForInterest({INTEREST_ENDED, INTEREST_CORRECTED})
        record EndInterest(
                @InPath InterestId interestId,
                LocalDate endedOn,
                @Size(max = PARAGRAPH_CHARS_MAX) String reason) implements InterestCommand {
            @Override
            public InterestAsked asked() {
                return new InterestAsked.ToEnd(interestId, endedOn, reason);
            }
        }

        /** Put another entry in the place of one that was wrong; the wrong one stays to be read. */
        @RefusedForInterest({INTEREST_ALREADY_RECORDED, INTEREST_CORRECTED, INTEREST_LIMIT_REACHED})
        record CorrectInterest(
                @InPath InterestId interestId,
                @Fresh("interest-") InterestId correctedBy,
                InterestEntry interest,
                @Size(max = PARAGRAPH_CHARS_MAX) String reason)
                implements InterestCommand {
            @Override
            public InterestAsked asked() {
                return new InterestAsked.ToCorrect(interestId, correctedBy, interest, reason);
            }
        }
    }

    /** Take note of what the passing of time has brought to the clocks. */
    record NoteTimePassed() implements AssetCommand {}
    /** What may be asked of an asset that may be on file twice. */
    sealed interface DuplicateCommand extends AssetCommand {

        /** Do what follows for other assets: join those that are like it, and tell them what was decided. */
        record SettleDuplicates() implements DuplicateCommand {}

        /**
         * Take note of others that may be the same.
         *
         * @param others in what each is like it
         */
        record NotePossibleDuplicates(Map<AssetId, List<Likeness>> others) implements DuplicateCommand {
            public NotePossibleDuplicates {
                others = Map.copyOf(others);
            }
        }

        /** Take note that a person found another asset and this one to be two. */
        record NoteKeptApart(AssetId otherId, PossibleDuplicate.KeptApart how) implements DuplicateCommand {}

        /**
         * Propose that the asset is one with another one, which is kept.
         *
         * @param into the asset that is kept, of the same state and kind
         */
        @RefusedFor({MERGER_UNFIT, MERGER_CONTRADICTS, OTHER_ASSET_UNKNOWN, ASSET_LIMIT_REACHED})
        record MergeAsset(
                @Fresh("step-") StepId stepId,
                AssetId into,
                @Size(max = PARAGRAPH_CHARS_MAX) String reason) implements DuplicateCommand {}

        /** Find that the asset and the one into which it was merged are two. */
        @RefusedFor({ASSET_NOT_MERGED, MERGER_UNFIT})
        record SeparateAsset(
                @Size(max = PARAGRAPH_CHARS_MAX) String reason) implements DuplicateCommand {}

        /**
         * Take over what another one says, which is one with this one.
         *
         * @param state whose file the other one is
         * @param partOf the asset of which the other one is a part
         * @param number of the merging
         */
        record TakeIn(AssetId from, String state, AssetKind kind, Optional<AssetId> partOf, int number, Content content)
                implements DuplicateCommand {
            public static TakeIn of(Asset.Registered other, int number) {
                return new TakeIn(
                        other.id(),
                        other.state(),
                        other.kind(),
                        other.partOf().map(PartOf::assetId),
                        number,
                        Content.of(other));
            }
        }

        /** Give back what came from another one, which is another asset after all. */
        record GiveBack(AssetId from, int number) implements DuplicateCommand {}

        /** Take note of what the kept asset answered. */
        record NoteAnswer(AssetId from, TakenIn answer) implements DuplicateCommand {}

        /** Find that a possible duplicate is another asset. */
        @RefusedFor(NO_POSSIBLE_DUPLICATE)
        record KeepApart(
                @InPath AssetId assetId,
                @Size(max = PARAGRAPH_CHARS_MAX) String reason) implements DuplicateCommand {}
    }
    /** What may be asked of the claims of third parties on an asset. */
    sealed interface ClaimCommand extends AssetCommand {

        /**
         * Record that a third party claims something of the asset: a share of it, or an amount.
         *
         * @param share of the asset, whatever right is claimed
         * @param answers the order of which the claimant had notice
         * @param samePartAs a claim to the same part, recorded at this asset before: one of them can win
         * @param on the day on which it was filed
         */
        @RefusedFor({CLAIM_ALREADY_RECORDED, STEP_NOT_YOURS, ASSET_HAS_LEFT, ASSET_LIMIT_REACHED})
        record FileClaim(
                @Fresh("claim-") ClaimId claimId,
                Claimant claimant,
                Right right,
                Optional<Fraction> share,
                Optional<Money> amount,
                Optional<OrderId> answers,
                Optional<ClaimId> samePartAs,
                LocalDate on,
                Particulars particulars)
                implements ClaimCommand {}

        /**
         * Record one step in the life of a claim. A part of the asset that is won splits the asset.
         *
         * @param to what the claim becomes
         * @param on the day on which it happened
         */
        @RefusedFor({CLAIM_STEP_UNFIT, DISTRIBUTION_BROKEN, STEP_NOT_YOURS, ASSET_HAS_LEFT, ASSET_LIMIT_REACHED})
        record ChangeClaim(
                @InPath ClaimId claimId,
                @Fresh("step-") StepId stepId,
                ClaimStatus to,
                LocalDate on,
                Particulars particulars)
                implements ClaimCommand {}
    }

    /**
     * Take on file one of the two assets that are in the place of one of which a part was awarded.
     *
     * @param whole as it stood when it was split; nothing is registered without it
     */
    @RefusedFor(ASSET_ALREADY_REGISTERED)
    record RegisterPart(AssetId wholeId, Split.Side side, Optional<Asset.Registered> whole) implements AssetCommand {}
}
