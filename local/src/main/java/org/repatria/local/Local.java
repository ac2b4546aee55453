package org.repatria.local;

import java.util.Arrays;
import org.repatria.local.identity.IdentityApplication;
import org.repatria.local.story.Demo;
import org.repatria.local.story.Rehearsal;
import org.repatria.local.supervisor.Up;

/** Lets one jar be any part of the local stack: the first argument names the part. */
public final class Local {

    private Local() {}

    /** Hands over to the part named first; the script {@code repatria} calls it. */
    public static void main(String[] arguments) throws Exception {
        String part = arguments.length == 0 ? "" : arguments[0];
        String[] rest = Arrays.copyOfRange(arguments, Math.min(1, arguments.length), arguments.length);
        switch (part) {
            case "up" -> {
                quiet();
                Up.main(rest);
            }
            case "demo" -> {
                quiet();
                Demo.main(rest);
            }
            case "rehearse" -> {
                quiet();
                Rehearsal.main();
            }
            case "identity" -> IdentityApplication.main(rest);
            default -> {
                System.err.println("There is no part named '" + part + "'; there are: up, demo, rehearse, identity");
                System.exit(2);
            }
        }
    }

    // Must run before the first logger exists.
    private static void quiet() {
        System.setProperty("logback.configurationFile", "org/repatria/local/terminal-logback.xml");
    }
}
