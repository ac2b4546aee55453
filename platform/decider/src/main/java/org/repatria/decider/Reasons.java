package org.repatria.decider;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** For which reasons commands can be refused, as they say of themselves. */
public final class Reasons {

    private Reasons() {}

    /** The reasons that stand on a command and on its interfaces. What stands on one holds for all its commands. */
    public static Set<Reason> of(Class<?> command) {
        var reasons = new LinkedHashSet<Reason>();
        for (var annotation : command.getAnnotations()) {
            if (annotation.annotationType().isAnnotationPresent(NamesReasons.class)) {
                reasons.addAll(named(annotation));
            }
        }
        for (var family : command.getInterfaces()) {
            reasons.addAll(of(family));
        }
        return reasons;
    }

    /** Whether a command says that it can be refused for a reason. */
    static boolean say(Object command, Reason reason) {
        return reason.isImplied()
                || of(command.getClass()).contains(reason)
                || (command instanceof Carrying carrying && say(carrying.command(), reason));
    }

    private static List<Reason> named(Annotation annotation) {
        try {
            var value = annotation.annotationType().getDeclaredMethod("value");
            value.setAccessible(true);
            return Arrays.asList((Reason[]) value.invoke(annotation));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("No reasons can be read of " + annotation + ".", impossible);
        }
    }
}
