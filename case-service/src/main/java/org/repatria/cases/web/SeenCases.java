package org.repatria.cases.web;

import static org.repatria.cases.domain.CaseReason.CASE_NOT_FOUND;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.repatria.api.Commands;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.access.CaseAccess;
import org.repatria.cases.domain.casefile.Case;
import org.repatria.cases.domain.casefile.CaseCommand;
import org.repatria.cases.domain.casefile.CaseCommand.UnderPolicy;
import org.repatria.cases.domain.casefile.CaseFile;
import org.repatria.cases.domain.casefile.ToldCase;
import org.repatria.cases.domain.law.LegalOccasion;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.cases.domain.sharing.NeedToKnow;
import org.repatria.cases.web.DossierAnswers.Done;
import org.repatria.decider.Actor;
import org.repatria.decider.Outcome;
import org.repatria.edge.Answers;
import org.repatria.edge.Call;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.Aggregates.Current;
import org.repatria.messaging.History;
import org.repatria.policy.Act;
import org.repatria.policy.Verdict;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Cases behind their access checks. What is asked of one reaches it only from somebody who may, with the rules as they
 * are known then.
 */
final class SeenCases {

    private final Aggregates<CaseCommand, Case> cases;
    private final Function<Instant, RuleBook> rules;

    SeenCases(Aggregates<CaseCommand, Case> cases, Function<Instant, RuleBook> rules) {
        this.cases = cases;
        this.rules = rules;
    }

    /**
     * A case as its reader may know it, at a version.
     *
     * @param opened all of it on the host's side, and what is told of it on the other
     * @param isToldOnly whether it is what is told of it
     * @param location where the person is said to be, which is a compartment of its own on either side
     */
    record Seen(Case.Opened opened, long version, boolean isToldOnly, Optional<CountryCode> location) {
        static Optional<Seen> of(Current<Case> current, Actor reader) {
            return current.state() instanceof Case.Opened opened
                    ? Optional.of(new Seen(
                            known(opened, reader),
                            current.version(isOfRequestingState(opened, reader) ? History.TOLD : History.FULL),
                            isOfRequestingState(opened, reader),
                            opened.file().location()))
                    : Optional.empty();
        }

        private static Case.Opened known(Case.Opened opened, Actor reader) {
            return isOfRequestingState(opened, reader) ? ToldCase.of(opened, reader.id()) : opened;
        }

        private static boolean isOfRequestingState(Case.Opened opened, Actor reader) {
            return Side.of(reader.authority(), opened.file().relation()) == Side.REQUESTING;
        }
    }

    LegalOccasion occasion(Call call) {
        return LegalOccasion.of(call.actor(), call.at(), rules.apply(call.at()));
    }

    NeedToKnow needToKnow(Call call, Seen seen) {
        return seen.opened().file().needToKnow(occasion(call));
    }

    /** The case, to somebody who may do what is asked; to others it is not there, or not theirs. */
    Mono<Seen> seen(Call call, Act act) {
        return seen(call, file -> verdict(call, act, file));
    }

    private Mono<Seen> seen(Call call, Function<CaseFile, Verdict> verdict) {
        return cases.read(call.id("id"))
                .flatMap(current -> Mono.justOrEmpty(Seen.of(current, call.actor())))
                .switchIfEmpty(Mono.defer(() -> Answers.problem(Answers.of(CASE_NOT_FOUND))))
                .doOnNext(seen -> Doors.pass(call, verdict.apply(seen.opened().file()), CASE_NOT_FOUND));
    }

    /**
     * What another case than that of the path is about. It is empty where it is not there for who asks, or not theirs.
     */
    Mono<CaseFile> other(Call call, Act act, String caseId) {
        return cases.read(caseId)
                .flatMap(current -> Mono.justOrEmpty(Seen.of(current, call.actor())))
                .map(seen -> seen.opened().file())
                .filter(file -> verdict(call, act, file) == Verdict.ALLOWED);
    }

    private static Verdict verdict(Call call, Act act, CaseFile file) {
        return CaseAccess.may(call.actor(), act, call.purpose(), file.relation(), file.assignee());
    }

    /** A command that makes nothing with an id of its own. */
    Mono<ServerResponse> act(Call call, Act act, CaseCommand command) {
        return executed(call, act, command).flatMap(outcome -> Answers.command(call, call.id("id"), outcome));
    }

    /** A command that makes something; the answer names it. */
    Mono<ServerResponse> create(Call call, Act act, String created, CaseCommand command) {
        return executed(call, act, command)
                .flatMap(outcome -> answer(
                        call,
                        outcome,
                        version -> new Done(call.id("id"), version, Optional.of(created), Optional.empty())));
    }

    /** A strategy is named by its number, which is the answer's {@code created}. */
    Mono<ServerResponse> withNumber(Call call, Act act, CaseCommand command) {
        return executed(call, act, command)
                .flatMap(outcome -> after(call, outcome)
                        .flatMap(now -> answer(
                                call,
                                outcome,
                                version -> new Done(call.id("id"), version, number(now), Optional.empty()))));
    }

    private static Optional<String> number(Case state) {
        return state instanceof Case.Opened opened
                ? opened.file().dossier().strategies().versions().stream()
                        .map(strategy -> Integer.toString(strategy.number()))
                        .reduce((_, later) -> later)
                : Optional.empty();
    }

    /** A move: done, or waiting for a second person under the id given. */
    Mono<ServerResponse> propose(Call call, Act act, String newId, CaseCommand command) {
        return executed(call, act, command)
                .flatMap(outcome -> after(call, outcome)
                        .flatMap(now -> answer(
                                call,
                                outcome,
                                version -> new Done(call.id("id"), version, Optional.empty(), proposal(now, newId)))));
    }

    private static Optional<String> proposal(Case state, String newId) {
        return state instanceof Case.Opened opened
                        && opened.file().dossier().courses().proposal(newId).isPresent()
                ? Optional.of(newId)
                : Optional.empty();
    }

    /** The case as the command left it, or found it; only a repeated one has to look for it. */
    private Mono<Case> after(Call call, Outcome<Case> outcome) {
        return switch (outcome) {
            case Outcome.Done<Case>(var state, var _) -> Mono.just(state);
            case Outcome.Repeated<Case> _ -> cases.read(call.id("id")).map(Current::state);
            case Outcome.Unfulfilled<Case> unfulfilled -> Answers.problem(Answers.of(unfulfilled));
        };
    }

    /** One read and one write: who may is decided with the command, on the case that was read for it. */
    private Mono<Outcome<Case>> executed(Call call, Act act, CaseCommand command) {
        Doors.pass(call, CaseAccess.mayEver(call.actor(), act, call.purpose()), CASE_NOT_FOUND);
        var asked = new UnderPolicy(act, command);
        return cases.execute(Commands.<CaseCommand>envelope(call, call.id("id"), asked))
                .flatMap(outcome -> Doors.keepingSilent(
                        Doors.refused(call, outcome),
                        () -> seen(call, file -> asked.verdictOn(file, call.occasion()))));
    }

    private static Mono<ServerResponse> answer(Call call, Outcome<Case> outcome, Function<Long, Done> body) {
        return switch (outcome) {
            case Outcome.Fulfilled<Case> done -> Answers.changed(call, body.apply(done.version()), done.version());
            case Outcome.Unfulfilled<Case> unfulfilled -> Answers.problem(Answers.of(unfulfilled));
        };
    }
}
