package org.repatria.cases.domain.facts;

import static org.repatria.decider.Decision.accept;
import static org.repatria.decider.Decision.nothingToDo;
import static org.repatria.decider.Decision.refuse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.repatria.cases.domain.CaseReason;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.facts.FactsCommand.RecordFacts;
import org.repatria.cases.domain.facts.FactsCommand.RecordOffence;
import org.repatria.cases.domain.facts.FactsCommand.Statement;
import org.repatria.cases.domain.facts.FactsEvent.FactsRecorded;
import org.repatria.cases.domain.facts.FactsEvent.OffenceRecorded;
import org.repatria.cases.domain.law.LegalOccasion;
import org.repatria.cases.domain.law.Setting;
import org.repatria.decider.Decision;
import org.repatria.decider.Obstacle;
import org.repatria.decider.Refusal;
import org.repatria.decider.text.VisibleText;

/**
 * How facts and offences come on file. They come in the words of their question, never from the future, and are never
 * silently changed.
 */
public final class FactsDecider {

    private static final String ASSESSMENT_ELSEWHERE =
            "CAT art. 3: the requested state assesses the risk; the requesting state's own view is an allegation";

    private static final String CHARGING_ELSEWHERE =
            "UNCAC arts 42, 44(11): whom the host state charges for offences of its own law is its own decision";

    private FactsDecider() {}

    public static Decision<FactsEvent> decide(FactsCommand command, Facts facts, Setting setting) {
        return switch (command) {
            case RecordFacts c -> recordFacts(c, facts, setting);
            case RecordOffence c -> recordOffence(c.offence(), facts, setting);
        };
    }

    public static Facts evolve(Facts facts, FactsEvent event) {
        return switch (event) {
            case FactsRecorded e -> e.facts().stream().reduce(facts, Facts::with, (_, later) -> later);
            case OffenceRecorded e -> facts.with(e.offence());
        };
    }

    private static Decision<FactsEvent> recordFacts(RecordFacts c, Facts facts, Setting setting) {
        var obstacles = new ArrayList<Obstacle>();
        if (c.facts().isEmpty()) {
            obstacles.add(Obstacle.of("FACTS_REQUIRED", "facts", "No fact is given."));
        }
        c.facts().forEach(statement -> obstacles.addAll(against(statement, setting)));
        if (!obstacles.isEmpty()) {
            return refuse(new Refusal(CaseReason.FACTS_NOT_USABLE, obstacles));
        }
        var news = c.facts().stream()
                .map(statement -> onFile(statement, setting.occasion()))
                .filter(fact -> !facts.alreadySays(fact))
                .toList();
        return news.isEmpty() ? nothingToDo() : accept(new FactsRecorded(news));
    }

    private static List<Obstacle> against(Statement statement, Setting setting) {
        var obstacles = new ArrayList<Obstacle>();
        var about = statement.name().name();
        if (!statement.name().allows(statement.value())) {
            obstacles.add(Obstacle.of(
                    "FACT_WORD_UNKNOWN",
                    about,
                    "It is answered with " + statement.name().allowed() + "."));
        }
        if (statement.asOf().isAfter(setting.occasion().today())) {
            obstacles.add(Obstacle.of("FACT_IN_FUTURE", about, "Its day is later than the day of recording."));
        }
        if (VisibleText.isBlank(statement.source())) {
            obstacles.add(Obstacle.of("SOURCE_REQUIRED", about, "It does not say what it rests on."));
        }
        if (isSelfClearing(statement) && setting.side() == Side.REQUESTING) {
            obstacles.add(Obstacle.of(
                    "ASSESSED_BY_OTHER_SIDE",
                    about,
                    "The state that wants the person cannot itself rule the risk out; it may allege so.",
                    ASSESSMENT_ELSEWHERE));
        }
        return obstacles;
    }

    private static boolean isSelfClearing(Statement statement) {
        return statement.name() == FactName.TORTURE_RISK
                && statement.value().equals("NO")
                && statement.kind().establishes();
    }

    private static Fact onFile(Statement statement, LegalOccasion occasion) {
        return new Fact(
                statement.name(),
                statement.value(),
                statement.kind(),
                statement.source(),
                statement.asOf(),
                occasion.by().id(),
                occasion.at());
    }

    private static Decision<FactsEvent> recordOffence(Offence offence, Facts facts, Setting setting) {
        var obstacles = new ArrayList<>(ofSide(offence, setting));
        obstacles.addAll(against(offence, facts, setting.occasion().today()));
        if (!obstacles.isEmpty()) {
            return refuse(new Refusal(CaseReason.OFFENCE_NOT_USABLE, obstacles));
        }
        return facts.offence(offence.id()).filter(offence::equals).isPresent()
                ? nothingToDo()
                : accept(new OffenceRecorded(
                        offence,
                        setting.occasion().by().id(),
                        setting.occasion().at()));
    }

    /** An answer that told one side's ids from the other's would tell that the other one is there. */
    private static List<Obstacle> ofSide(Offence offence, Setting setting) {
        var obstacles = new ArrayList<Obstacle>();
        if (offence.isOfHost() && setting.side() != Side.REQUESTED) {
            obstacles.add(Obstacle.of(
                    "RECORDED_BY_OTHER_SIDE",
                    "side",
                    "An offence of the host state's own law is recorded by officers of the host state.",
                    CHARGING_ELSEWHERE));
        }
        if (offence.id().startsWith(Offence.HOST_ID) != offence.isOfHost()) {
            obstacles.add(Obstacle.of(
                    "OFFENCE_ID_OF_OTHER_SIDE",
                    "offenceId",
                    "Ids of offences of the host state's own law begin with " + Offence.HOST_ID
                            + ", and no others do."));
        }
        return obstacles;
    }

    private static long ofOneSide(Facts facts, Side side) {
        return facts.offences().stream().filter(other -> other.side() == side).count();
    }

    private static List<Obstacle> against(Offence offence, Facts facts, LocalDate today) {
        var obstacles = new ArrayList<Obstacle>();
        if (VisibleText.isBlank(offence.title())) {
            obstacles.add(Obstacle.of("OFFENCE_TITLE_REQUIRED", "title", "The offence has no title."));
        }
        if (facts.offence(offence.id()).isEmpty() && ofOneSide(facts, offence.side()) >= Facts.OFFENCES_MAX) {
            obstacles.add(Obstacle.of(
                    "OFFENCES_TOO_MANY",
                    "title",
                    "A file holds at most " + Facts.OFFENCES_MAX
                            + " offences of one side; record further ones by group."));
        }
        if (reversed(offence.committedFrom(), offence.committedTo())) {
            obstacles.add(Obstacle.of("DATES_REVERSED", "committedTo", "The conduct ends before it begins."));
        }
        if (later(offence.committedFrom(), today) || later(offence.committedTo(), today)) {
            obstacles.add(Obstacle.of("FACT_IN_FUTURE", "committedTo", "The conduct lies in the future."));
        }
        if (later(offence.filedOn(), today)) {
            obstacles.add(Obstacle.of("FACT_IN_FUTURE", "filedOn", "The case is filed in the future."));
        }
        if (offence.tollings().stream().anyMatch(tolling -> reversed(Optional.of(tolling.from()), tolling.to()))) {
            obstacles.add(Obstacle.of("DATES_REVERSED", "tollings", "A time of rest ends before it begins."));
        }
        if (offence.tollings().stream().anyMatch(tolling -> tolling.side() == Side.NEITHER)
                || offence.opinions().stream().anyMatch(opinion -> opinion.side() == Side.NEITHER)) {
            obstacles.add(Obstacle.of("SIDE_REQUIRED", "tollings", "It does not say in which of the two states."));
        }
        if (offence.tollings().stream().anyMatch(tolling -> isElsewhere(tolling.side(), offence))) {
            obstacles.add(isCountedElsewhere("tollings"));
        }
        if (offence.opinions().stream().anyMatch(opinion -> isElsewhere(opinion.side(), offence))) {
            obstacles.add(isCountedElsewhere("opinions"));
        }
        return obstacles;
    }

    private static boolean isElsewhere(Side side, Offence offence) {
        return side != Side.NEITHER && !offence.countedIn().contains(side);
    }

    private static Obstacle isCountedElsewhere(String field) {
        return Obstacle.of(
                "NOT_COUNTED_THERE",
                field,
                "Limitation of an offence of the host state's own law is counted in the host state only.");
    }

    private static boolean reversed(Optional<LocalDate> from, Optional<LocalDate> to) {
        return from.flatMap(start -> to.filter(start::isAfter)).isPresent();
    }

    private static boolean later(Optional<LocalDate> day, LocalDate today) {
        return day.filter(today::isBefore).isPresent();
    }
}
