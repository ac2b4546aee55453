package org.repatria.edge;

import org.repatria.policy.Act;
import org.repatria.policy.Policy;
import org.repatria.policy.Role;

/** Who may do something, in words: for the documentation and for those who may not. */
final class WhoMay {

    private WhoMay() {}

    static String sentence(Policy policy, Act act) {
        var roles = Role.sentence(policy.rolesOf(act));
        return policy.isForOperatorsOnly(act) ? roles + " of the operator" : roles;
    }

    static Problem forbidden(Policy policy, Act act) {
        return Problem.of(GeneralProblem.FORBIDDEN, "This needs one of the roles " + sentence(policy, act) + ".")
                .with(
                        "rolesAllowed",
                        policy.rolesOf(act).stream().map(Role::name).toList());
    }
}
