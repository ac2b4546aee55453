package org.repatria.edge;

import org.repatria.policy.Act;
import org.repatria.policy.Policy;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
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

    private Office(Policy policy, Act act) {
        this.policy = policy;
        this.act = act;
    }

    /** Fails where no row of the policy names the operation. */
    public static Office of(Policy policy, String operation) {
        return new Office(
                policy,
                policy.actOf(operation)
                        .orElseThrow(() -> new IllegalStateException(
                                "No row of the policy says who may ask for " + operation + ".")));
    }

    @Override
    public Mono<AuthorizationResult> authorize(Mono<Authentication> caller, AuthorizationContext context) {
        return caller.ofType(JwtAuthenticationToken.class)
                .filter(Authentication::isAuthenticated)
                .map(program -> policy.holdsOffice(Tokens.actor(program.getToken()), act))
                .defaultIfEmpty(false)
                .map(AuthorizationDecision::new);
    }
}
