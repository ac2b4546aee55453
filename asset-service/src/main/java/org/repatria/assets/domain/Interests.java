package org.repatria.assets.domain;

import static org.repatria.assets.domain.InterestReason.ENDS_IN_FUTURE;
import static org.repatria.assets.domain.InterestReason.HOLDER_UNFIT;
import static org.repatria.assets.domain.InterestReason.INTEREST_ALREADY_RECORDED;
import static org.repatria.assets.domain.InterestReason.INTEREST_CORRECTED;
import static org.repatria.assets.domain.InterestReason.INTEREST_ENDED;
import static org.repatria.assets.domain.InterestReason.INTEREST_LIMIT_REACHED;
import static org.repatria.assets.domain.InterestReason.PERIOD_BACKWARD;
import static org.repatria.assets.domain.InterestReason.RIGHT_UNFIT;
import static org.repatria.assets.domain.InterestReason.SHARES_EXCEED_WHOLE;
import static org.repatria.assets.domain.InterestReason.SHARE_UNFIT;
import static org.repatria.decider.Decision.nothingToDo;
import static org.repatria.decider.Decision.refuse;
import static org.repatria.decider.GeneralReason.NOT_FOUND;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.repatria.assets.domain.InterestAsked.ToCorrect;
import org.repatria.assets.domain.InterestAsked.ToEnd;
import org.repatria.assets.domain.InterestAsked.ToRecord;
import org.repatria.assets.domain.InterestChange.Corrected;
import org.repatria.assets.domain.InterestChange.Ended;
import org.repatria.assets.domain.InterestChange.Recorded;
import org.repatria.assets.domain.Right.Thing;
import org.repatria.assets.domain.Right.Whole;
import org.repatria.decider.Decision;
import org.repatria.decider.Occasion;
import org.repatria.decider.Refusal;

/**
 * The interests in one asset or company: what may be recorded of them, and what becomes of them. Entries are appended;
 * one that was wrong stays and counts no more.
 */
public final class Interests {

    /** An officer east of Greenwich may already be in tomorrow. */
    private static final ZoneOffset EARLIEST_DATE_LINE = ZoneOffset.ofHours(14);

    private Interests() {}

    /**
     * What is decided, as an event of whoever has the interests.
     *
     * @param interests those that stand there
     * @param in what they are interests in
     */
    public static <E> Decision<E> decide(
            InterestAsked asked,
            List<Interest> interests,
            Thing in,
            Occasion on,
            Function<InterestChange, ? extends E> event) {
        return switch (asked) {
            case ToRecord c -> record(c, interests, in, on, event);
            case ToEnd c ->
                find(interests, c.id())
                        .map(i -> Interests.<E>end(c, i, on, event))
                        .orElseGet(Interests::unknown);
            case ToCorrect c ->
                find(interests, c.id())
                        .map(i -> Interests.<E>correct(c, i, interests, in, on, event))
                        .orElseGet(Interests::unknown);
        };
    }

    /** The interests after a change. */
    public static List<Interest> after(List<Interest> interests, InterestChange change) {
        return switch (change) {
            case Recorded(var interest) -> appended(interests, interest);
            case Ended(var id, var ending) -> changing(interests, id, it -> it.ended(ending));
            case Corrected(var id, var correction, var successor) ->
                appended(changing(interests, id, it -> it.corrected(correction)), successor);
        };
    }

    public static Optional<Interest> find(List<Interest> interests, InterestId id) {
        return interests.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** What the shares of a whole come to on a day, as far as they are known. */
    public static Portion known(List<Interest> interests, Whole whole, LocalDate day) {
        return Portion.sum(interests.stream()
                .filter(it -> isOf(it, whole) && it.isHeldOn(day))
                .flatMap(it -> it.share().stream())
                .toList());
    }

    private static <E> Decision<E> record(
            ToRecord command,
            List<Interest> interests,
            Thing in,
            Occasion on,
            Function<InterestChange, ? extends E> event) {
        var interest = command.entry().as(command.id(), on.at());
        if (find(interests, interest.id()).filter(interest::statesSameAs).isPresent()) {
            return nothingToDo();
        }
        return unlessRefused(
                () -> event.apply(new Recorded(interest)),
                () -> isNew(interest, interests),
                () -> isBelowLimit(interests),
                () -> fits(interest, interests, in));
    }

    private static <E> Decision<E> correct(
            ToCorrect command,
            Interest wrong,
            List<Interest> interests,
            Thing in,
            Occasion on,
            Function<InterestChange, ? extends E> event) {
        var successor = command.entry().as(command.correctedBy(), on.at());
        if (find(interests, successor.id()).filter(successor::statesSameAs).isPresent()) {
            return nothingToDo();
        }
        var others =
                interests.stream().filter(it -> !it.id().equals(wrong.id())).toList();
        var correction =
                new Interest.Correction(successor.id(), command.reason().strip(), on.at());
        return unlessRefused(
                () -> event.apply(new Corrected(wrong.id(), correction, successor)),
                () -> stillCounts(wrong),
                () -> Texts.paragraph("reason", command.reason()),
                () -> isNew(successor, others),
                () -> isBelowLimit(interests),
                () -> fits(successor, others, in));
    }

    private static <E> Decision<E> end(
            ToEnd command, Interest interest, Occasion on, Function<InterestChange, ? extends E> event) {
        var ending = new Interest.Ending(command.endedOn(), command.reason().strip(), on.at());
        if (interest.ending().filter(was -> isSame(was, ending)).isPresent()) {
            return nothingToDo();
        }
        return unlessRefused(
                () -> event.apply(new Ended(interest.id(), ending)),
                () -> stillCounts(interest),
                () -> refusedIf(
                        interest.ending().isPresent(),
                        () -> INTEREST_ENDED.because("The end is recorded; where it is wrong, correct the entry.")),
                () -> Texts.paragraph("reason", command.reason()),
                () -> refusedIf(
                        interest.from().filter(command.endedOn()::isBefore).isPresent(),
                        () -> PERIOD_BACKWARD.at("endedOn", "An interest cannot end before it begins.")),
                () -> refusedIf(
                        interest.to().filter(command.endedOn()::isAfter).isPresent(),
                        () -> PERIOD_BACKWARD.at("endedOn", "It was recorded to end before; correct the entry.")),
                () -> refusedIf(
                        command.endedOn().isAfter(LocalDate.ofInstant(on.at(), EARLIEST_DATE_LINE)),
                        () -> ENDS_IN_FUTURE.at("endedOn", "An end is recorded once it has happened.")));
    }

    private static boolean isSame(Interest.Ending was, Interest.Ending now) {
        return was.endedOn().equals(now.endedOn()) && was.reason().equals(now.reason());
    }

    private static Optional<Refusal> stillCounts(Interest interest) {
        return interest.correction()
                .map(correction ->
                        INTEREST_CORRECTED.because("The entry %s stands in its place.".formatted(correction.by())));
    }

    private static Optional<Refusal> isNew(Interest interest, List<Interest> interests) {
        return interests.stream()
                .filter(other -> other.id().equals(interest.id()) || (other.counts() && other.statesSameAs(interest)))
                .findFirst()
                .map(other -> INTEREST_ALREADY_RECORDED.because("This is recorded as %s.".formatted(other.id())));
    }

    private static Optional<Refusal> isBelowLimit(List<Interest> interests) {
        return refusedIf(
                interests.size() >= Limits.INTERESTS_MAX,
                () -> INTEREST_LIMIT_REACHED.because(
                        "There are at most %d entries on interests.".formatted(Limits.INTERESTS_MAX)));
    }

    /** What the table of rights and the calendar say of an entry. */
    private static Optional<Refusal> fits(Interest interest, List<Interest> others, Thing in) {
        var right = interest.right();
        return refusedIf(
                        !right.isIn(in),
                        () -> RIGHT_UNFIT.at("interest/right", "Nobody is %s of %s.".formatted(right, aThing(in))))
                .or(() -> refusedIf(
                        !right.isFor(interest.holder().kind()),
                        () -> HOLDER_UNFIT.at("interest/holder", "A %s is a natural person.".formatted(right))))
                .or(() -> refusedIf(
                        interest.share().isPresent() && right.whole().isEmpty(),
                        () -> SHARE_UNFIT.at("interest/share", "A %s has no share.".formatted(right))))
                .or(() -> refusedIf(
                        interest.to().isPresent()
                                && interest.from()
                                        .filter(interest.to().orElseThrow()::isBefore)
                                        .isPresent(),
                        () -> PERIOD_BACKWARD.at("interest/to", "A period cannot end before it begins.")))
                .or(() -> Texts.paragraph("interest/source", interest.source()))
                .or(() -> sharesFit(interest, others));
    }

    private static String aThing(Thing in) {
        return switch (in) {
            case ASSET -> "an asset";
            case COMPANY -> "a company";
        };
    }

    /**
     * On no day the known shares of a whole come to more than all of it. They can come to more for the first time only
     * on a day on which one of them begins.
     */
    private static Optional<Refusal> sharesFit(Interest interest, List<Interest> others) {
        if (interest.share().isEmpty()) {
            return Optional.empty();
        }
        var whole = interest.right().whole().orElseThrow();
        var all = appended(others, interest);
        return all.stream()
                .filter(it -> isOf(it, whole))
                .map(it -> it.from().orElse(LocalDate.MIN))
                .filter(interest::isHeldOn)
                .distinct()
                .sorted()
                .filter(day -> known(all, whole, day).isMoreThanWhole())
                .findFirst()
                .map(day -> SHARES_EXCEED_WHOLE.at(
                        "interest/share",
                        "Known shares come to at most one whole; with this one they would be %s%s."
                                .formatted(known(all, whole, day), day.equals(LocalDate.MIN) ? "" : " on " + day)));
    }

    private static boolean isOf(Interest interest, Whole whole) {
        return interest.right().whole().filter(whole::equals).isPresent();
    }

    /** One rule: the refusal where it is broken, nothing where it holds. */
    private interface Rule {
        Optional<Refusal> broken();
    }

    private static <E> Decision<E> unlessRefused(Supplier<? extends E> event, Rule... rules) {
        return Stream.of(rules)
                .map(Rule::broken)
                .flatMap(Optional::stream)
                .findFirst()
                .<Decision<E>>map(Decision::refuse)
                .orElseGet(() -> Decision.accept(event.get()));
    }

    private static Optional<Refusal> refusedIf(boolean broken, Supplier<Refusal> refusal) {
        return Optional.of(broken).filter(Boolean::booleanValue).map(_ -> refusal.get());
    }

    private static <E> Decision<E> unknown() {
        return refuse(Refusal.of(NOT_FOUND, "No such interest is recorded here."));
    }

    private static List<Interest> appended(List<Interest> interests, Interest last) {
        var longer = new ArrayList<>(interests);
        longer.add(last);
        return longer;
    }

    private static List<Interest> changing(
            List<Interest> interests, InterestId id, Function<Interest, Interest> change) {
        return interests.stream()
                .map(it -> it.id().equals(id) ? change.apply(it) : it)
                .toList();
    }
}
