package org.repatria.edge;

import java.util.Optional;
import java.util.function.Function;
import org.repatria.decider.Actor;
import org.repatria.policy.Act;
import org.repatria.policy.Policy;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import reactor.core.publisher.Mono;

/**
 * Opens a path that is no route of ours, such as the metrics. It is open to those whom the policy lets do what is named
 * there.
 */
public final class Office implements ReactiveAuthorizationManager<AuthorizationContext> {

    /** Where the metrics of a process are read. */
    public static final String METRICS_PATH = "/actuator/prometheus";

    /** How the policy calls it. */
    public static final String METRICS = "prometheus";

    private final Policy policy;
    private final Act act;
    private final Function<Authentication, Optional<Actor>> actors;

    private Office(Policy policy, Act act, Function<Authentication, Optional<Actor>> actors) {
        this.policy = policy;
        this.act = act;
        this.actors = actors;
    }

    /** Of those who come with a token. Fails where no row of the policy names the operation. */
    public static Office of(Policy policy, String operation) {
        return of(policy, operation, Tokens::actorOf);
    }

    /** The same where others come in otherwise; {@code actors} tells who has signed in. */
    public static Office of(Policy policy, String operation, Function<Authentication, Optional<Actor>> actors) {
        return new Office(
                policy,
                policy.actOf(operation)
                        .orElseThrow(() -> new IllegalStateException(
                                "No row of the policy says who may ask for " + operation + ".")),
                actors);
    }

    @Override
    public Mono<AuthorizationResult> authorize(Mono<Authentication> caller, AuthorizationContext context) {
        return caller.filter(Authentication::isAuthenticated)
                .map(who -> actors.apply(who)
                        .filter(actor -> policy.holdsOffice(actor, act))
                        .isPresent())
                .defaultIfEmpty(false)
                .map(AuthorizationDecision::new);
    }
}
