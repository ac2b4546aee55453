package org.repatria.cases.web;

import static org.repatria.cases.web.CaseProblem.CASE_NOT_FOUND;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.repatria.cases.domain.access.Act;
import org.repatria.cases.domain.access.CaseAccess;
import org.repatria.cases.domain.access.CaseAccess.Verdict;
import org.repatria.cases.domain.cases.Case;
import org.repatria.cases.domain.cases.CaseCommand;
import org.repatria.cases.domain.cases.CaseEvent;
import org.repatria.cases.domain.cases.CaseFile;
import org.repatria.cases.domain.cases.CaseRefusal;
import org.repatria.cases.domain.reference.Occasion;
import org.repatria.cases.domain.reference.RuleBook;
import org.repatria.cases.web.DossierAnswers.Done;
import org.repatria.decider.Actor;
import org.repatria.decider.Outcome;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.Aggregates.Current;
import org.repatria.messaging.Ids;
import org.repatria.web.Answers;
import org.repatria.web.Call;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Cases behind their doors: what is asked of one reaches it only from somebody who may, with the rules as they are known then. */
final class SeenCases {

    private final Aggregates<CaseCommand, Case, CaseEvent, CaseRefusal> cases;
    private final Function<Instant, RuleBook> rules;

    SeenCases(Aggregates<CaseCommand, Case, CaseEvent, CaseRefusal> cases, Function<Instant, RuleBook> rules) {
        this.cases = cases;
        this.rules = rules;
    }

    /** A case that somebody sees, at a version. */
    record Seen(Case.Opened opened, long version) {
        static Optional<Seen> of(Current<Case> current) {
            return current.state() instanceof Case.Opened opened
                    ? Optional.of(new Seen(opened, current.version()))
                    : Optional.empty();
        }
    }

    Occasion occasion(Call call) {
        return new Occasion(call.at(), call.actor(), rules.apply(call.at()));
    }

    /** An id that is the same when the call is repeated. */
    String newId(String prefix, Call call) {
        return Ids.derived(prefix, call.id("id"), call.commandKey());
    }

    Mono<Seen> seen(Call call, Act act) {
        return seen(
                call, (actor, file) -> CaseAccess.may(actor, act, call.purpose(), file.relation(), file.assignee()));
    }

    /** The case, to somebody who may do what is asked; to others it is not there, or not theirs. */
    Mono<Seen> seen(Call call, BiFunction<Actor, CaseFile, Verdict> question) {
        return cases.read(call.id("id"))
                .flatMap(current -> Mono.justOrEmpty(Seen.of(current)))
                .switchIfEmpty(Mono.defer(() -> Answers.problem(CASE_NOT_FOUND.problem())))
                .doOnNext(seen -> Doors.pass(
                        call, question.apply(call.actor(), seen.opened().file()), CASE_NOT_FOUND));
    }

    Mono<ServerResponse> withCase(Call call, Act act, Function<Case.Opened, Mono<ServerResponse>> then) {
        return seen(call, act).flatMap(seen -> then.apply(seen.opened()));
    }

    /** A command that makes nothing with an id of its own. */
    Mono<ServerResponse> act(Call call, Act act, Function<Occasion, CaseCommand> command) {
        return executed(call, act, command)
                .flatMap(outcome -> Answers.command(call, call.id("id"), outcome, CaseProblem::of));
    }

    /** A command that makes something; the answer names it. */
    Mono<ServerResponse> create(Call call, Act act, String created, Function<Occasion, CaseCommand> command) {
        return executed(call, act, command)
                .flatMap(outcome -> answer(
                        call,
                        outcome,
                        version -> new Done(call.id("id"), version, Optional.of(created), Optional.empty())));
    }

    /** A strategy is named by its number, which is the answer's {@code created}. */
    Mono<ServerResponse> withNumber(Call call, Act act, Function<Occasion, CaseCommand> command) {
        return executed(call, act, command)
                .flatMap(outcome -> cases.read(call.id("id"))
                        .flatMap(now -> answer(
                                call,
                                outcome,
                                version -> new Done(call.id("id"), version, number(now.state()), Optional.empty()))));
    }

    private static Optional<String> number(Case state) {
        return state instanceof Case.Opened opened
                ? opened.file().dossier().strategies().versions().stream()
                        .map(strategy -> Integer.toString(strategy.number()))
                        .reduce((_, later) -> later)
                : Optional.empty();
    }

    /** A move: done, or waiting for a second person under the id given. */
    Mono<ServerResponse> propose(Call call, Act act, String newId, Function<Occasion, CaseCommand> command) {
        return executed(call, act, command)
                .flatMap(outcome -> proposed(call, newId)
                        .flatMap(proposal -> answer(
                                call,
                                outcome,
                                version -> new Done(call.id("id"), version, Optional.empty(), proposal))));
    }

    private Mono<Optional<String>> proposed(Call call, String newId) {
        return cases.read(call.id("id"))
                .map(current -> current.state() instanceof Case.Opened opened
                                && opened.file()
                                        .dossier()
                                        .courses()
                                        .proposal(newId)
                                        .isPresent()
                        ? Optional.of(newId)
                        : Optional.empty());
    }

    private Mono<Outcome<Case, CaseRefusal>> executed(Call call, Act act, Function<Occasion, CaseCommand> command) {
        return seen(call, act).flatMap(_ -> cases.execute(call.command(call.id("id"), command.apply(occasion(call)))));
    }

    private static Mono<ServerResponse> answer(
            Call call, Outcome<Case, CaseRefusal> outcome, Function<Long, Done> body) {
        return switch (outcome) {
            case Outcome.Done<Case, CaseRefusal>(var _, var version) ->
                Answers.versioned(call, body.apply(version), version);
            case Outcome.Repeated<Case, CaseRefusal>(var version) ->
                Answers.versioned(call, body.apply(version), version);
            case Outcome.Refused<Case, CaseRefusal> _,
                    Outcome.Stale<Case, CaseRefusal> _,
                    Outcome.CommandIdReused<Case, CaseRefusal> _,
                    Outcome.OutboxFull<Case, CaseRefusal> _,
                    Outcome.Contended<Case, CaseRefusal> _ ->
                Answers.problem(Answers.unfulfilled(outcome, CaseProblem::of));
        };
    }
}
