package org.repatria.local;

import java.util.Arrays;
import org.repatria.local.identity.IdentityApplication;

/** Lets one jar be any part of the local stack: the first argument names the part. */
public final class Local {

    private Local() {}

    /** Hands over to the part named first; the script {@code repatria} calls it. */
    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            System.err.println("Say which part to be: identity");
            System.exit(2);
        }
        String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
        switch (arguments[0]) {
            case "identity" -> IdentityApplication.main(rest);
            default -> {
                System.err.println("There is no part named '" + arguments[0] + "'");
                System.exit(2);
            }
        }
    }
}
