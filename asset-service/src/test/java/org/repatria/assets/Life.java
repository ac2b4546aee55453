package org.repatria.assets;

import static org.repatria.assets.domain.Assets.ACCOUNT;
import static org.repatria.assets.domain.Assets.AFTER_JUNE_14;
import static org.repatria.assets.domain.Assets.AMIR;
import static org.repatria.assets.domain.Assets.ANA;
import static org.repatria.assets.domain.Assets.CLAIMED;
import static org.repatria.assets.domain.Assets.FIRST;
import static org.repatria.assets.domain.Assets.HANA;
import static org.repatria.assets.domain.Assets.HELD;
import static org.repatria.assets.domain.Assets.HOLDINGS;
import static org.repatria.assets.domain.Assets.HOUSE;
import static org.repatria.assets.domain.Assets.JUNE_14;
import static org.repatria.assets.domain.Assets.KESTREL;
import static org.repatria.assets.domain.Assets.LENA;
import static org.repatria.assets.domain.Assets.LONGER;
import static org.repatria.assets.domain.Assets.MARCH_16;
import static org.repatria.assets.domain.Assets.NOON;
import static org.repatria.assets.domain.Assets.OWNED;
import static org.repatria.assets.domain.Assets.SECOND;
import static org.repatria.assets.domain.Assets.SECOND_HOUSE;
import static org.repatria.assets.domain.Assets.SISTER;
import static org.repatria.assets.domain.Assets.SUE;
import static org.repatria.assets.domain.Assets.VINT;
import static org.repatria.assets.domain.Assets.YEARS_LATER;
import static org.repatria.assets.domain.Assets.atNoon;
import static org.repatria.assets.domain.Assets.by;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.repatria.assets.domain.Asset;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetCommand;
import org.repatria.assets.domain.AssetCommand.DuplicateCommand.KeepApart;
import org.repatria.assets.domain.AssetCommand.DuplicateCommand.MergeAsset;
import org.repatria.assets.domain.AssetCommand.DuplicateCommand.SeparateAsset;
import org.repatria.assets.domain.AssetCommand.RegisterPart;
import org.repatria.assets.domain.AssetId;
import org.repatria.assets.domain.Assets;
import org.repatria.assets.domain.ClaimStatus;
import org.repatria.assets.domain.Confidence;
import org.repatria.assets.domain.Finding;
import org.repatria.assets.domain.Fraction;
import org.repatria.assets.domain.Identifier;
import org.repatria.assets.domain.Likeness;
import org.repatria.assets.domain.Line.Need;
import org.repatria.assets.domain.Money;
import org.repatria.assets.domain.OrderStatus;
import org.repatria.assets.domain.Provenance;
import org.repatria.assets.domain.Said;
import org.repatria.assets.domain.Split.Side;
import org.repatria.assets.domain.StepId;
import org.repatria.assets.domain.TakenIn.Answer;
import org.repatria.assets.domain.UpkeepId;
import org.repatria.assets.domain.identifiers.Scheme;
import org.repatria.decider.Actor;
import org.repatria.decider.Outcome;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.messaging.JournalEntry;
import org.repatria.testkit.decisions.Laws.Attempt;

/** One asset through everything that can happen to one, in memory. */
public final class Life {

    private static final List<Attempt<AssetCommand>> ATTEMPTS = List.of(
            atNoon(Assets.registerAccount()),
            atNoon(Assets.link(VINT)),
            atNoon(Assets.link(SISTER)),
            atNoon(Assets.looksLike(HOUSE, Likeness.DESCRIPTION)),
            atNoon(new KeepApart(HOUSE, "an account is no house")),
            atNoon(Assets.appeared(VINT)),
            atNoon(Assets.bears(VINT)),
            atNoon(Assets.unlink(SISTER)),
            atNoon(Assets.appraisal("612400.00", "USD")),
            atNoon(Assets.restrain(FIRST)),
            atNoon(Assets.restrain(SECOND)),
            Assets.extend(FIRST, LONGER, AFTER_JUNE_14),
            Assets.markLapsed(SECOND, AFTER_JUNE_14),
            atNoon(Assets.closed(VINT)),
            atNoon(Assets.appeared(VINT)),
            Assets.dischargeLonger(),
            atNoon(Assets.record(OWNED, Assets.owns(Assets.holder(HOLDINGS), 3, 4))),
            atNoon(Assets.correct(OWNED, HELD, Assets.nominee(KESTREL, 3, 4))),
            atNoon(Assets.end(HELD)),
            by(ANA, NOON, Assets.find("chart", Finding.Kind.TRACED, MARCH_16)),
            by(LENA, NOON, Assets.refuse("chart")),
            by(ANA, NOON, Assets.find("traced", Finding.Kind.TRACED, MARCH_16)),
            by(LENA, NOON, Assets.confirm("traced")),
            by(LENA, NOON, Assets.complaint(CLAIMED, MARCH_16)),
            by(LENA, NOON, Assets.change(CLAIMED, "made", OrderStatus.ISSUED, MARCH_16, Said.of(Need.COURT_REFERENCE))),
            by(
                    LENA,
                    NOON,
                    Assets.change(
                            CLAIMED, "served", OrderStatus.SERVED, MARCH_16, Said.of(Need.SERVED_ON, Need.SERVED_HOW))),
            atNoon(Assets.takesIn(SECOND_HOUSE)),
            by(ANA, NOON, new MergeAsset(new StepId("step-merge"), HOUSE, "one thing under two descriptions")),
            by(SUE, NOON, Assets.confirm("merge")),
            atNoon(Assets.answers(HOUSE, 1, Answer.TAKEN)),
            atNoon(new SeparateAsset("an account is no house")),
            atNoon(Assets.answers(HOUSE, 2, Answer.NOT_GIVEN_BACK)),
            atNoon(new SeparateAsset("an account is no house")),
            atNoon(Assets.answers(HOUSE, 3, Answer.GIVEN_BACK)),
            atNoon(Assets.appeared(VINT)),
            atNoon(Assets.bears(VINT)),
            by(LENA, NOON, Assets.enter(CLAIMED, MARCH_16, Optional.of(MARCH_16))),
            atNoon(Assets.due("premium", "2400.00", "USD", JUNE_14)),
            atNoon(new AssetCommand.UpkeepCommand.RecordUpkeepPaid(new UpkeepId("upkeep-premium"), MARCH_16)),
            atNoon(Assets.moved("abroad", "XK", MARCH_16)),
            atNoon(Assets.relocated("abroad", "corrected", "XE", Optional.of(MARCH_16))),
            by(LENA, NOON, Assets.hear(FIRST, MARCH_16, Optional.of(MARCH_16))),
            atNoon(new AssetCommand.RecordIdentifier(new Identifier(
                    Scheme.ACCOUNT_NUMBER, "40005000", Optional.of(new Provenance("Bank's answer", Confidence.HIGH))))),
            atNoon(Assets.reread(
                    new Identifier(Scheme.IBAN, "GB82WEST12345698765432", Optional.empty()),
                    new Identifier(
                            Scheme.ACCOUNT_NUMBER,
                            "70002000",
                            Optional.of(new Provenance("Account opening form", Confidence.HIGH))))));

    /** A house of which a third is awarded while somebody else's claim is open. */
    private static final List<Attempt<AssetCommand>> SPLITTING = List.of(
            atNoon(Assets.registerHouse()),
            atNoon(Assets.link(VINT)),
            atNoon(Assets.appeared(VINT)),
            atNoon(Assets.bears(VINT)),
            atNoon(Assets.appraisal("1850000.01", "USD")),
            atNoon(Assets.restrain(FIRST)),
            by(LENA, NOON, Assets.claimShare("wife", 1, 2, MARCH_16)),
            by(LENA, NOON, Assets.claimAmount("bank", "488310.55", MARCH_16)),
            by(LENA, NOON, Assets.changeClaim("wife", ClaimStatus.ADMITTED, MARCH_16, Said.of(Need.COURT_REFERENCE))),
            by(
                    LENA,
                    NOON,
                    Assets.changeClaim(
                            "wife",
                            ClaimStatus.UPHELD_PART,
                            MARCH_16,
                            Said.awarding(Optional.of(new Fraction(1, 3)), Optional.empty()))));

    private static final AssetId SOLD = new AssetId("asset-sold");

    /** A house that was sold, of which somebody claims something after the heads agreed. */
    private static final List<Attempt<AssetCommand>> SHARING = Stream.of(
                    Assets.soldHouse(SOLD, "1850000.00"),
                    Assets.money(
                            "agreed",
                            Finding.Kind.DISTRIBUTION_AGREED,
                            8,
                            Said.summing(
                                    Optional.empty(), Optional.of(Said.allReturned(new Money("1850000.00", "USD")))),
                            LENA,
                            HANA),
                    List.of(
                            by(LENA, YEARS_LATER, Assets.claimAmount("bank", "488310.55", MARCH_16)),
                            by(
                                    LENA,
                                    YEARS_LATER,
                                    Assets.changeClaim(
                                            "bank",
                                            ClaimStatus.REJECTED,
                                            MARCH_16,
                                            Said.of(Need.COURT_REFERENCE, Need.REASON)))),
                    Assets.money("returned", Finding.Kind.RETURNED, 9, Said.price("1850000.00"), AMIR, SUE))
            .flatMap(List::stream)
            .toList();

    private final Kept kept = Kept.inMemory();

    public Life() {
        ATTEMPTS.forEach(it -> execute(ACCOUNT, it));
        SPLITTING.forEach(it -> execute(HOUSE, it));
        var registering = new RegisterPart(HOUSE, Side.REST, Optional.of(asset(HOUSE)));
        execute(rest(), by(Actor.system("links-of-assets"), NOON, registering));
        SHARING.forEach(it -> execute(SOLD, it));
    }

    private void execute(AssetId id, Attempt<AssetCommand> attempt) {
        var outcome = kept.assets()
                .execute(CommandEnvelope.of(id.value(), attempt.command(), attempt.occasion()))
                .block();
        if (!(outcome instanceof Outcome.Done)) {
            throw new AssertionError(attempt + " ended as " + outcome);
        }
    }

    /** All that happened to the account, to the house and one of its parts, and to a house that was sold. */
    public List<JournalEntry> journal() {
        return Stream.of(ACCOUNT, HOUSE, rest(), SOLD)
                .flatMap(id -> kept.assets().journal(id.value(), 0, 100).toStream())
                .toList();
    }

    private AssetId rest() {
        return asset(HOUSE).split().orElseThrow().rest();
    }

    private Registered asset(AssetId id) {
        return (Registered) kept.assets().read(id.value()).block().state();
    }

    public Asset state() {
        return state(ACCOUNT);
    }

    public Asset state(AssetId id) {
        return asset(id);
    }

    /** The house that was split, its part, and the one that was sold. */
    public List<AssetId> others() {
        return List.of(HOUSE, rest(), SOLD);
    }
}
