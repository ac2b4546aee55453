package org.repatria.cases.web;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.repatria.cases.domain.access.NamedOfficer;
import org.repatria.cases.domain.access.Officers;
import org.repatria.cases.domain.casefile.CaseCommand;
import org.repatria.cases.domain.casefile.CaseCommand.UnderPolicy;
import org.repatria.cases.web.DossierAnswers.Done;
import org.repatria.decider.Occasion;
import org.repatria.decider.input.Fresh;
import org.repatria.edge.Endpoint;
import org.repatria.edge.Endpoint.Texts;
import org.repatria.policy.Act;

/** A command on one case as one row: path, command, act and summary say all that the edge has to know. */
final class CaseRows {

    private static final String ONE = "/v1/cases/{id}";

    private final SeenCases cases;
    private final Texts texts;

    CaseRows(SeenCases cases, Officers officers) {
        this.cases = cases;
        this.texts = (type, text) -> {
            if (type != NamedOfficer.class) {
                throw new IllegalStateException("No text is a " + type.getName() + " here.");
            }
            return NamedOfficer.in(officers, text);
        };
    }

    /** A command that is one of the case's own. */
    <C extends Record & CaseCommand> Endpoint of(String path, Class<C> command, Act act, String summary) {
        return of(path, command, act, summary, Function.identity());
    }

    /** A command to a part of the case; where it makes something, the answer names it. */
    <C extends Record> Endpoint of(
            String path, Class<C> command, Act act, String summary, Function<? super C, CaseCommand> as) {
        return of(path, command, act, summary, (asked, _) -> as.apply(asked), UnaryOperator.identity());
    }

    /** The same where the command hangs on the day, or the row says more. */
    <C extends Record> Endpoint of(
            String path,
            Class<C> command,
            Act act,
            String summary,
            BiFunction<? super C, Occasion, CaseCommand> as,
            UnaryOperator<Endpoint.Draft> more) {
        var made = Arrays.stream(command.getRecordComponents())
                .filter(component -> component.getAnnotatedType().isAnnotationPresent(Fresh.class))
                .findFirst();
        var draft = more.apply(draft(path, command, summary));
        return made.isPresent()
                ? creating(draft).handle(call -> {
                    var asked = call.body(command);
                    return cases.create(call, act, id(made.get(), asked), as.apply(asked, call.occasion()));
                })
                : draft.handle(call -> cases.act(call, act, as.apply(call.body(command), call.occasion())));
    }

    /** A row that answers in its own way. */
    <C extends Record> Endpoint.Draft draft(String path, Class<C> command, String summary) {
        return Endpoint.command(ONE + path, command, summary, texts).refusedAs(UnderPolicy.class);
    }

    /** The same where the operation is not called as what is asked. */
    <C extends Record> Endpoint.Draft draft(String path, String operationId, Class<C> body, String summary) {
        return Endpoint.post(ONE + path, operationId, summary)
                .command(body, texts)
                .refusedAs(UnderPolicy.class);
    }

    static Endpoint.Draft creating(Endpoint.Draft draft) {
        return draft.answers(200, Done.class, Done.EXAMPLE, "Done; what was made stands in created");
    }

    private static String id(RecordComponent component, Record command) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return Optional.ofNullable(accessor.invoke(command)).orElseThrow().toString();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("The id of " + command.getClass() + " cannot be read.", impossible);
        }
    }
}
