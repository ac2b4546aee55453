package org.repatria.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.repatria.cases.domain.casefile.Case;
import org.repatria.cases.domain.casefile.CaseCommand;
import org.repatria.cases.domain.casefile.CaseCommand.UnderPolicy;
import org.repatria.cases.domain.casefile.CaseDecider;
import org.repatria.cases.domain.casefile.CaseEvent;
import org.repatria.cases.domain.casefile.Cases;
import org.repatria.cases.domain.casefile.ToldCase;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.cases.law.ReferenceFiles;
import org.repatria.cases.publishing.CasePublishing;
import org.repatria.cases.web.ServedCase.Taken;
import org.repatria.decider.Actor;
import org.repatria.decider.Decision;
import org.repatria.decider.Occasion;
import org.repatria.messaging.Announcement;
import org.repatria.policy.Act;

/** The same case in two worlds that differ in nothing but what the host state keeps to itself. */
final class TwoWorlds {

    static final Actor HOST_OFFICER = new Actor("carl.officer", Set.of("CO"), "XH-CA");
    static final Actor HOST_LAWYER = new Actor("lena.legal", Set.of("LO"), "XH-CA");
    static final Actor HOST_SUPERVISOR = new Actor("sara.supervisor", Set.of("SU"), "XH-CA");
    static final Actor HOST_HEAD = new Actor("hana.head", Set.of("HD"), "XH-CA");

    private static final RuleBook SHIPPED = ReferenceFiles.load();

    private final World one;
    private final World other;
    private final List<String> steps = new ArrayList<>();
    private Instant now;

    TwoWorlds(List<CaseEvent> before, Instant now) {
        this.one = new World(before, now);
        this.other = new World(before, now);
        this.now = now;
    }

    /** A command as somebody gives it. */
    record Step(String name, Actor by, Act act, Function<Occasion, CaseCommand> command) {}

    /** One world: what happened, and what the requesting state was told of it. */
    static final class World {
        private final CaseDecider decider = new CaseDecider(_ -> SHIPPED);
        private final CasePublishing publishing = new CasePublishing();
        private final List<Object> told = new ArrayList<>();
        private final List<Taken> taken = new ArrayList<>();
        private Case state = decider.initial();

        World(List<CaseEvent> before, Instant at) {
            take(HOST_OFFICER, at, before);
        }

        private void happened(CaseEvent event) {
            state = decider.evolve(state, event);
            if (publishing.event(Cases.ORLAS.value(), event, state) instanceof Announcement.Told(var published)) {
                told.add(published);
            }
        }

        private Decision<CaseEvent> decided(Step step, Instant at) {
            var occasion = Occasion.of(step.by(), at);
            return decider.answer(new UnderPolicy(step.act(), step.command().apply(occasion)), state, occasion);
        }

        private void take(Actor by, Instant at, Decision<CaseEvent> decision) {
            if (decision instanceof Decision.Accepted<CaseEvent>(var events)) {
                take(by, at, events);
            }
        }

        private void take(Actor by, Instant at, List<CaseEvent> events) {
            if (!events.isEmpty()) {
                events.forEach(this::happened);
                taken.add(new Taken(by, at, events));
            }
        }

        /** All that happened, command by command. */
        List<Taken> history() {
            return List.copyOf(taken);
        }

        Case.Opened whole() {
            return (Case.Opened) state;
        }

        Case.Opened known() {
            return ToldCase.of(whole());
        }
    }

    World one() {
        return one;
    }

    World other() {
        return other;
    }

    /** Happens in one world only, if it can. */
    boolean hidden(Step step) {
        pass();
        var decision = one.decided(step, now);
        one.take(step.by(), now, decision);
        look(step.name());
        return decision instanceof Decision.Accepted<CaseEvent>;
    }

    /** Something that nobody decides happens in one world only. */
    void hidden(CaseEvent event) {
        one.take(HOST_OFFICER, now, List.of(event));
        look(event.getClass().getSimpleName());
    }

    /** Happens in each world another way, if it can in both. */
    void eitherWay(Step inOne, Step inOther) {
        pass();
        both(inOne, inOther);
        look(inOne.name() + " beside " + inOther.name());
    }

    /** An act of the host state, which may see that it cannot act: then it acts in neither world. */
    void ofHost(Step step) {
        pass();
        both(step, step);
        look(step.name());
    }

    private void both(Step inOne, Step inOther) {
        var first = one.decided(inOne, now);
        var second = other.decided(inOther, now);
        if (first instanceof Decision.Accepted<CaseEvent> && second instanceof Decision.Accepted<CaseEvent>) {
            one.take(inOne.by(), now, first);
            other.take(inOther.by(), now, second);
        }
    }

    /** An act of the requesting state is answered alike in both worlds. */
    void ofRequestingState(Step step) {
        pass();
        var first = one.decided(step, now);
        var second = other.decided(step, now);
        assertThat(answer(first)).as(step.name()).isEqualTo(answer(second));
        one.take(step.by(), now, first);
        other.take(step.by(), now, second);
        look(step.name());
    }

    private static Object answer(Decision<CaseEvent> decision) {
        return switch (decision) {
            case Decision.Accepted<CaseEvent> _ -> "done";
            case Decision.Refused<CaseEvent>(var refusal) -> refusal;
        };
    }

    /** When the last step was. */
    Instant now() {
        return now;
    }

    private void pass() {
        now = now.plus(Duration.ofHours(7));
    }

    /** What the requesting state sees: the case, its snapshot, and everything that it was told so far. */
    private void look(String step) {
        steps.add(step + " -> " + one.state.getClass().getSimpleName() + "/"
                + other.state.getClass().getSimpleName());
        var after = String.join(", ", steps);
        assertThat(one.known()).as(after).isEqualTo(other.known());
        assertThat(one.told).as(after).isEqualTo(other.told);
        assertThat(snapshot(one)).as(after).isEqualTo(snapshot(other));
    }

    private static Optional<?> snapshot(World world) {
        return world.publishing.snapshot(Cases.ORLAS.value(), world.state);
    }
}
