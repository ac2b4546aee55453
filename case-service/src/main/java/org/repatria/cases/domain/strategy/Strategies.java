package org.repatria.cases.domain.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.repatria.cases.domain.strategy.Strategy.Status;

/**
 * The versions of a case's strategy.
 *
 * @param versions the newest last
 */
public record Strategies(List<Strategy> versions) {

    /** LIMIT: versions kept at hand, since a whole file is one document; the journal keeps them all. */
    public static final int VERSIONS_MAX = 20;

    public Strategies {
        versions = List.copyOf(versions);
    }

    public static Strategies none() {
        return new Strategies(List.of());
    }

    public Optional<Strategy> version(int number) {
        return versions.stream().filter(strategy -> strategy.number() == number).findFirst();
    }

    /** What both states agree on today; nothing while a new version is proposed. */
    public Optional<Strategy> agreed() {
        return versions.stream()
                .filter(strategy -> strategy.status() == Status.AGREED)
                .reduce((_, later) -> later);
    }

    /** Whether a pathway may be opened by what is agreed. */
    public boolean allows(PathwayKind kind) {
        return agreed().filter(strategy -> strategy.kinds().contains(kind)).isPresent();
    }

    int nextNumber() {
        return versions.isEmpty() ? 1 : versions.getLast().number() + 1;
    }

    Strategies with(Strategy proposed) {
        var all = new ArrayList<Strategy>();
        versions.forEach(strategy -> all.add(superseded(strategy)));
        all.add(proposed);
        return new Strategies(all.size() > VERSIONS_MAX ? all.subList(all.size() - VERSIONS_MAX, all.size()) : all);
    }

    Strategies changed(int number, UnaryOperator<Strategy> change) {
        return new Strategies(versions.stream()
                .map(strategy -> strategy.number() == number ? change.apply(strategy) : strategy)
                .toList());
    }

    private static Strategy superseded(Strategy strategy) {
        return switch (strategy.status()) {
            case PROPOSED, AGREED -> strategy.standing(Status.SUPERSEDED);
            case VETOED, SUPERSEDED -> strategy;
        };
    }

    /** The same, each version on the run that somebody asked for and not on one that followed by itself. */
    public Strategies onRunsAskedFor() {
        return new Strategies(versions.stream().map(Strategy::onRunAskedFor).toList());
    }
}
