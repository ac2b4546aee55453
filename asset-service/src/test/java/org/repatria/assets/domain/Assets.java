package org.repatria.assets.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.repatria.assets.domain.AssetCommand.ClaimCommand.ChangeClaim;
import org.repatria.assets.domain.AssetCommand.ClaimCommand.FileClaim;
import org.repatria.assets.domain.AssetCommand.CorrectIdentifier;
import org.repatria.assets.domain.AssetCommand.DuplicateCommand.NoteAnswer;
import org.repatria.assets.domain.AssetCommand.DuplicateCommand.NotePossibleDuplicates;
import org.repatria.assets.domain.AssetCommand.DuplicateCommand.TakeIn;
import org.repatria.assets.domain.AssetCommand.InterestCommand.CorrectInterest;
import org.repatria.assets.domain.AssetCommand.InterestCommand.EndInterest;
import org.repatria.assets.domain.AssetCommand.InterestCommand.RecordInterest;
import org.repatria.assets.domain.AssetCommand.LinkCase;
import org.repatria.assets.domain.AssetCommand.NoteCaseAppeared;
import org.repatria.assets.domain.AssetCommand.NoteCaseClosed;
import org.repatria.assets.domain.AssetCommand.NoteCaseGround;
import org.repatria.assets.domain.AssetCommand.OrderCommand.ChangeOrder;
import org.repatria.assets.domain.AssetCommand.OrderCommand.RecordHearing;
import org.repatria.assets.domain.AssetCommand.OrderCommand.RecordOrder;
import org.repatria.assets.domain.AssetCommand.OrderCommand.RecordRegisterEntry;
import org.repatria.assets.domain.AssetCommand.Place;
import org.repatria.assets.domain.AssetCommand.PlaceCommand.CorrectPlace;
import org.repatria.assets.domain.AssetCommand.PlaceCommand.RecordPlace;
import org.repatria.assets.domain.AssetCommand.RecordValuation;
import org.repatria.assets.domain.AssetCommand.RegisterAsset;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.DischargeRestraint;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.ExtendRestraint;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.MarkRestraintLapsed;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.RecordRestraint;
import org.repatria.assets.domain.AssetCommand.StepCommand.ConfirmAssetStep;
import org.repatria.assets.domain.AssetCommand.StepCommand.RecordFinding;
import org.repatria.assets.domain.AssetCommand.StepCommand.RefuseAssetStep;
import org.repatria.assets.domain.AssetCommand.UnlinkCase;
import org.repatria.assets.domain.AssetCommand.UpkeepCommand.RecordUpkeep;
import org.repatria.assets.domain.identifiers.Scheme;
import org.repatria.decider.Actor;
import org.repatria.decider.Occasion;
import org.repatria.testkit.decisions.Laws.Attempt;

/** The assets of an invented treasurer, and what is usually asked of them. */
public final class Assets {

    public static final Actor CARL = new Actor("carl.officer", Set.of("CO"), "XH-CA");
    public static final Actor ANA = new Actor("ana.analyst", Set.of("AN"), "XH-CA");
    public static final Actor LENA = new Actor("lena.legal", Set.of("LO"), "XH-CA");
    public static final Actor LARS = new Actor("lars.legal", Set.of("LO"), "XH-CA");
    public static final Actor AMIR = new Actor("amir.manager", Set.of("AM"), "XH-CA");
    public static final Actor SUE = new Actor("sue.supervisor", Set.of("SU"), "XH-CA");
    public static final Actor HANA = new Actor("hana.head", Set.of("HD"), "XH-CA");
    public static final Instant NOON = Instant.parse("2015-03-16T12:00:00Z");
    public static final ZoneId COURT_ZONE = ZoneId.of("America/New_York");
    public static final AssetId HOUSE = new AssetId("asset-house");
    public static final AssetId SECOND_HOUSE = new AssetId("asset-second-house");
    public static final AssetId ACCOUNT = new AssetId("asset-account");
    public static final CaseId VINT = new CaseId("case-vint");
    public static final CaseId SISTER = new CaseId("case-sister");
    public static final OrderId FIRST = new OrderId("order-first");
    public static final OrderId SECOND = new OrderId("order-second");
    public static final OrderId CLAIMED = new OrderId("order-claimed");
    public static final OrderId LONGER = new OrderId("order-longer");
    public static final StepId LIFTED = new StepId("step-lifted");
    public static final LocalDate MARCH_16 = LocalDate.parse("2015-03-16");
    public static final LocalDate JUNE_12 = LocalDate.parse("2015-06-12");
    public static final LocalDate JUNE_14 = LocalDate.parse("2015-06-14");
    public static final LocalDate SEPTEMBER_12 = LocalDate.parse("2015-09-12");

    /** The first moment at which the 90-day order no longer holds: midnight in the court's zone. */
    public static final Instant AFTER_JUNE_14 = Instant.parse("2015-06-15T04:00:00Z");

    public static final Instant YEARS_LATER = Instant.parse("2017-03-16T12:00:00Z");

    public static final Set<String> XR_AND_XH = Set.of("XR", "XH");

    public static final CompanyId HOLDINGS = new CompanyId("company-holdings");
    public static final InterestId OWNED = new InterestId("interest-owned");
    public static final InterestId HELD = new InterestId("interest-held");
    public static final InterestEntry.Named KESTREL = new InterestEntry.Named(
            Optional.empty(), Optional.of("Ivo Kestrel"), Optional.of(LocalDate.parse("1961-04-02")), Optional.empty());

    private Assets() {}

    public static RegisterAsset registerHouse() {
        return new RegisterAsset(
                HOUSE,
                AssetKind.REAL_ESTATE,
                "House at the lake",
                Optional.empty(),
                List.of(new Identifier(Scheme.LAND_REGISTER, "Lake County folio 77", Optional.empty())),
                new Place("XH", Optional.of("XH-CA")),
                "Land register extract",
                Confidence.HIGH);
    }

    public static RegisterAsset registerAccount() {
        return new RegisterAsset(
                ACCOUNT,
                AssetKind.ACCOUNT,
                "Current account",
                Optional.empty(),
                List.of(new Identifier(Scheme.IBAN, "GB82 WEST 1234 5698 7654 32", Optional.empty())),
                new Place("GB", Optional.empty()),
                "Bank answer to a production order",
                Confidence.MEDIUM);
    }

    public static LinkCase link(CaseId caseId) {
        return new LinkCase(caseId);
    }

    public static UnlinkCase unlink(CaseId caseId) {
        return new UnlinkCase(caseId, "another person's house");
    }

    public static NoteCaseAppeared appeared(CaseId caseId) {
        return new NoteCaseAppeared(caseId, XR_AND_XH);
    }

    public static NoteCaseClosed closed(CaseId caseId) {
        return new NoteCaseClosed(caseId, XR_AND_XH);
    }

    /** What a case says whose strategy names recovery, with the safeguards of a restraint. */
    public static CaseGround sound(int number) {
        return new CaseGround(
                number,
                Optional.of(LocalDate.parse("2014-12-05")),
                List.of(new CaseGround.GateDays(
                        "RESTRAINT", Optional.of(MARCH_16), Optional.of(SEPTEMBER_12), List.of())),
                Optional.empty());
    }

    public static NoteCaseGround bears(CaseId caseId) {
        return new NoteCaseGround(caseId, Map.of("XH", sound(1)));
    }

    /** What lets an order on an asset be recorded. */
    public static List<AssetCommand> bearing(CaseId caseId) {
        return List.of(link(caseId), appeared(caseId), bears(caseId));
    }

    /** What lets every step on an asset be recorded, on whatever day. */
    public static List<AssetCommand> bearingAll(CaseId caseId) {
        return List.of(link(caseId), appeared(caseId), bearsAll(caseId, 1, Optional.empty()));
    }

    /** The same as a case says it, with the rule by which what is recovered goes back whole. */
    public static NoteCaseGround bearsAll(CaseId caseId, int number, Optional<String> returnRule) {
        var ever = LocalDate.parse("2000-01-01");
        var gates = Stream.of("RESTRAINT", "ENFORCE_FOREIGN_ORDER", "DISPOSAL", "RETURN_OF_ASSETS")
                .map(gate -> new CaseGround.GateDays(gate, Optional.of(ever), Optional.empty(), List.of()))
                .toList();
        return new NoteCaseGround(caseId, Map.of("XH", new CaseGround(number, Optional.of(ever), gates, returnRule)));
    }

    public static RecordPlace moved(String id, String country, LocalDate from) {
        return new RecordPlace(
                new PlaceId("place-" + id),
                new Place(country, Optional.empty()),
                from,
                new Provenance("Port authority's list of arrivals", Confidence.HIGH));
    }

    public static CorrectPlace relocated(String wrong, String right, String country, Optional<LocalDate> from) {
        return new CorrectPlace(
                new PlaceId("place-" + wrong),
                new PlaceId("place-" + right),
                new Place(country, Optional.empty()),
                from,
                new Provenance("Log of the harbour master", Confidence.MEDIUM),
                "The list named the wrong port");
    }

    public static RecordValuation appraisal(String amount, String currency) {
        return appraisal(amount, currency, "Lake Appraisers");
    }

    public static RecordValuation appraisal(String amount, String currency, String valuer) {
        return new RecordValuation(
                Valuation.Kind.MARKET_APPRAISAL,
                new Money(amount, currency),
                MARCH_16,
                "comparable sales",
                valuer,
                Valuation.Basis.GROSS,
                List.of());
    }

    public static RecordRestraint restrain(OrderId orderId) {
        return restrain(orderId, JUNE_14);
    }

    public static RecordRestraint restrain(OrderId orderId, LocalDate endsOn) {
        return new RecordRestraint(
                orderId,
                "15-misc-" + orderId,
                "28 U.S.C. 2467(d)(3)(A)",
                MARCH_16,
                endsOn,
                COURT_ZONE,
                Optional.empty());
    }

    public static Attempt<AssetCommand> extend(OrderId orderId, OrderId successor, Instant at) {
        return at(
                at,
                new ExtendRestraint(
                        orderId, successor, "15-misc-" + successor, "18 U.S.C. 983(j)(1)(B)", JUNE_12, SEPTEMBER_12));
    }

    public static Attempt<AssetCommand> discharge(OrderId orderId, Instant at) {
        return at(at, lift(orderId, MARCH_16, "security given"));
    }

    public static Attempt<AssetCommand> dischargeLonger() {
        return at(AFTER_JUNE_14, lift(LONGER, JUNE_14, "security given"));
    }

    public static DischargeRestraint lift(OrderId orderId, LocalDate day, String reason) {
        return new DischargeRestraint(
                orderId, LIFTED, day, reason, Optional.of("15-misc-lifted-" + orderId), Optional.empty());
    }

    /** A complaint for confiscation, as filed. */
    public static RecordOrder complaint(OrderId orderId, LocalDate day) {
        return new RecordOrder(
                orderId,
                OrderKind.CONFISCATION,
                "18 U.S.C. 981(a)(1)(C)",
                Optional.empty(),
                OrderStatus.APPLIED,
                day,
                Said.of(Line.Need.PAPER, Line.Need.NOTIFIED));
    }

    /** A seizure without a court, of which everybody who has an interest in the asset must have notice. */
    public static RecordOrder seize(OrderId orderId, LocalDate day) {
        return new RecordOrder(
                orderId,
                OrderKind.SEIZURE,
                "18 U.S.C. 983(a)(1)",
                Optional.empty(),
                OrderStatus.ISSUED,
                day,
                Said.measured(Measure.NONJUDICIAL));
    }

    public static ChangeOrder serve(OrderId orderId, InterestId on, LocalDate day) {
        return change(orderId, "served-" + on, OrderStatus.SERVED, day, Said.servedOn(on));
    }

    public static ChangeOrder publish(OrderId orderId, LocalDate lastDay) {
        return change(
                orderId,
                "published-" + orderId + "-" + lastDay,
                OrderStatus.PUBLISHED,
                lastDay,
                Said.of(Line.Need.PAPER, Line.Need.NOTIFIED));
    }

    public static ChangeOrder change(OrderId orderId, String step, OrderStatus to, LocalDate day, Particulars said) {
        return new ChangeOrder(orderId, new StepId("step-" + step), to, day, said);
    }

    public static RecordRegisterEntry enter(OrderId orderId, LocalDate appliedOn, Optional<LocalDate> enteredOn) {
        return new RecordRegisterEntry(orderId, "Land register of Lake County", appliedOn, enteredOn);
    }

    public static RecordHearing hear(OrderId orderId, LocalDate askedOn, Optional<LocalDate> answeredOn) {
        return new RecordHearing(orderId, askedOn, answeredOn, "Note verbale 15/77");
    }

    public static RecordUpkeep due(String what, String amount, String currency, LocalDate dueOn) {
        return new RecordUpkeep(
                new UpkeepId("upkeep-" + what),
                Upkeep.Kind.INSURANCE,
                "Lake Insurers",
                dueOn,
                COURT_ZONE,
                Optional.of(new Money(amount, currency)));
    }

    public static RecordFinding find(String step, Finding.Kind kind, LocalDate day) {
        return new RecordFinding(new StepId("step-" + step), kind, day, Said.of(Line.Need.PAPER, Line.Need.REASON));
    }

    public static ConfirmAssetStep confirm(String step) {
        return new ConfirmAssetStep(new StepId("step-" + step));
    }

    public static RefuseAssetStep refuse(String step) {
        return new RefuseAssetStep(new StepId("step-" + step), "the chart leaves out a payment");
    }

    public static Attempt<AssetCommand> markLapsed(OrderId orderId, Instant at) {
        return at(at, new MarkRestraintLapsed(orderId));
    }

    public static Attempt<AssetCommand> atNoon(AssetCommand command) {
        return at(NOON, command);
    }

    public static Attempt<AssetCommand> by(Actor actor, Instant at, AssetCommand command) {
        return new Attempt<>(command, Occasion.of(actor, at));
    }

    public static Attempt<AssetCommand> at(Instant at, AssetCommand command) {
        return new Attempt<>(command, Occasion.of(CARL, at));
    }

    public static InterestEntry.Named holder(CompanyId companyId) {
        return new InterestEntry.Named(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(companyId));
    }

    public static InterestEntry.Named holder(CaseId caseId) {
        return new InterestEntry.Named(Optional.of(caseId), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static InterestEntry entry(
            Right right, InterestEntry.Named holder, Optional<Fraction> share, String from, String to) {
        return new InterestEntry(
                right,
                holder,
                share,
                Optional.of(from).filter(it -> !it.isEmpty()).map(LocalDate::parse),
                Optional.of(to).filter(it -> !it.isEmpty()).map(LocalDate::parse),
                "Extract of a register",
                Confidence.HIGH);
    }

    public static InterestEntry owns(InterestEntry.Named holder, long parts, long of) {
        return entry(Right.OWNER, holder, Optional.of(new Fraction(parts, of)), "", "");
    }

    public static InterestEntry nominee(InterestEntry.Named holder, long parts, long of) {
        return entry(Right.NOMINEE, holder, Optional.of(new Fraction(parts, of)), "2009-05-01", "");
    }

    public static RecordInterest record(InterestId id, InterestEntry entry) {
        return new RecordInterest(id, entry);
    }

    public static CorrectInterest correct(InterestId wrong, InterestId right, InterestEntry entry) {
        return new CorrectInterest(wrong, right, entry, "holds for somebody else");
    }

    public static NotePossibleDuplicates looksLike(AssetId other, Likeness... by) {
        return new NotePossibleDuplicates(Map.of(other, List.of(by)));
    }

    /** Another asset turned out to be this one, and said something that this one does not. */
    public static TakeIn takesIn(AssetId other) {
        return new TakeIn(
                other,
                "XH",
                AssetKind.ACCOUNT,
                Optional.empty(),
                1,
                new Content(
                        List.of(new Identifier(Scheme.ACCOUNT_NUMBER, "98765432", Optional.empty())),
                        List.of(),
                        List.of(new Valuation(
                                1,
                                Valuation.Kind.FACE,
                                new Money("612000.00", "USD"),
                                MARCH_16,
                                "statement",
                                "the bank",
                                Valuation.Basis.GROSS,
                                NOON,
                                List.of())),
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    /** A digit of the number was read wrongly. */
    public static CorrectIdentifier reread(Identifier wrong, Identifier right) {
        return new CorrectIdentifier(wrong.scheme(), wrong.value(), right, "A 7 was read as a 1");
    }

    public static NoteAnswer answers(AssetId kept, int number, TakenIn.Answer answer) {
        return new NoteAnswer(kept, new TakenIn(ACCOUNT, number, answer, Content.NOTHING, NOON));
    }

    public static EndInterest end(InterestId id) {
        return new EndInterest(id, MARCH_16, "sold to another company");
    }

    /** A house that was confiscated for good and sold, with all that comes before. */
    public static List<Attempt<AssetCommand>> soldHouse(AssetId id, String price) {
        var house = registerHouse();
        var judgment = new RecordOrder(
                FIRST,
                OrderKind.CONFISCATION,
                "18 U.S.C. 981(a)(1)(C)",
                Optional.empty(),
                OrderStatus.ISSUED,
                MARCH_16.plusDays(1),
                Said.of(Line.Need.COURT_REFERENCE));
        return Stream.of(
                        Stream.of(by(
                                ANA,
                                YEARS_LATER,
                                new RegisterAsset(
                                        id,
                                        house.kind(),
                                        house.description(),
                                        Optional.empty(),
                                        house.identifiers(),
                                        house.location(),
                                        house.source(),
                                        house.confidence()))),
                        bearingAll(VINT).stream().map(it -> by(ANA, YEARS_LATER, it)),
                        Stream.of(
                                by(LENA, YEARS_LATER, judgment),
                                by(
                                        LENA,
                                        YEARS_LATER,
                                        change(
                                                FIRST,
                                                "final",
                                                OrderStatus.FINAL,
                                                MARCH_16.plusDays(2),
                                                Said.of(Line.Need.PAPER)))),
                        money("to-sell", Finding.Kind.DISPOSAL, 3, Said.of(Line.Need.PAPER), AMIR, SUE).stream(),
                        money("sold", Finding.Kind.REALISED, 4, Said.price(price), AMIR, SUE).stream())
                .flatMap(it -> it)
                .toList();
    }

    /** A finding on money, some days after the first restraints, by two. */
    public static List<Attempt<AssetCommand>> money(
            String step, Finding.Kind kind, int day, Particulars said, Actor by, Actor second) {
        var finding = new RecordFinding(new StepId("step-" + step), kind, MARCH_16.plusDays(day), said);
        return List.of(by(by, YEARS_LATER, finding), by(second, YEARS_LATER, confirm(step)));
    }

    /** A claim of somebody who is not recorded as a holder. */
    public static FileClaim claim(String id, Optional<Fraction> share, Optional<Money> amount, LocalDate day) {
        return new FileClaim(
                new ClaimId("claim-" + id),
                new Claimant(Optional.empty(), Optional.of("Mira " + Said.named(id)), Optional.empty()),
                share.isPresent() ? Right.OWNER : Right.LIEN_HOLDER,
                share,
                amount,
                Optional.empty(),
                Optional.empty(),
                day,
                Said.of(Line.Need.PAPER));
    }

    public static FileClaim claimShare(String id, long parts, long of, LocalDate day) {
        return claim(id, Optional.of(new Fraction(parts, of)), Optional.empty(), day);
    }

    public static FileClaim claimAmount(String id, String amount, LocalDate day) {
        return claim(id, Optional.empty(), Optional.of(new Money(amount, "USD")), day);
    }

    /** The same claim, to the part that another one is to. */
    public static FileClaim competing(FileClaim c, String other) {
        return new FileClaim(
                c.claimId(),
                c.claimant(),
                c.right(),
                c.share(),
                c.amount(),
                c.answers(),
                Optional.of(new ClaimId("claim-" + other)),
                c.on(),
                c.particulars());
    }

    /** A claim that is not heard. */
    public static ChangeClaim rejected(String id, LocalDate day) {
        return changeClaim(id, ClaimStatus.REJECTED, day, Said.of(Line.Need.COURT_REFERENCE, Line.Need.REASON));
    }

    /** The same claim, of somebody who had notice of an order. */
    public static FileClaim answering(FileClaim c, OrderId order, Optional<InterestId> claimant) {
        return new FileClaim(
                c.claimId(),
                claimant.map(id -> new Claimant(Optional.of(id), Optional.empty(), Optional.empty()))
                        .orElseGet(c::claimant),
                c.right(),
                c.share(),
                c.amount(),
                Optional.of(order),
                c.samePartAs(),
                c.on(),
                c.particulars());
    }

    public static ChangeClaim changeClaim(String id, ClaimStatus to, LocalDate day, Particulars said) {
        return new ChangeClaim(
                new ClaimId("claim-" + id),
                new StepId("step-%s-%s-%s"
                        .formatted(
                                id, to.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), day)),
                to,
                day,
                said);
    }
}
