package org.repatria.local.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The page on which a person signs in: each demonstration user is one button. It needs no script. */
@RestController
class SignInPage {

    private static final String STYLE = """
            :root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 22%, \
            transparent); --accent: #1f5f8b; }
            * { box-sizing: border-box; }
            body { margin: 0; font: 16px/1.5 system-ui, \
            sans-serif; display: grid; place-items: center; min-height: 100vh; padding: 1.5rem; }
            main { width: min(34rem, 100%); }
            h1 { font-size: 1.5rem; margin: 0; }
            h2 { font-size: 1rem; margin: 1.25rem 0 .4rem; }
            p { margin: .25rem 0 1rem; }
            .wrong { border-inline-start: 4px solid #b3261e; padding: .5rem .75rem; }
            .people { list-style: none; margin: 0; padding: 0; border: 1px solid var(--line); border-radius: .5rem; \
            overflow: hidden; }
            .people li + li { border-top: 1px solid var(--line); }
            .people button { width: 100%; display: grid; grid-template-columns: 10rem 1fr auto; gap: .75rem; \
            text-align: start; padding: .6rem .9rem; font: inherit; color: inherit; background: none; border: 0; \
            cursor: pointer; }
            .people button:hover { background: color-mix(in srgb, var(--accent) 14%, transparent); }
            .people button:focus-visible { outline: 3px solid var(--accent); outline-offset: -3px; }
            .people b { font-weight: 600; }
            .people small { opacity: .75; align-self: center; }
            details { margin-top: 1rem; }
            label { display: block; margin: .6rem 0 .2rem; }
            input { width: 100%; font: inherit; padding: .45rem .6rem; border: 1px solid var(--line); border-radius: \
            .35rem; background: Field; color: FieldText; }
            .go { margin-top: .9rem; font: inherit; padding: .5rem 1.1rem; border: 0; border-radius: .35rem; \
            background: var(--accent); color: white; cursor: pointer; }
            @media (max-width: 30rem) { .people button { grid-template-columns: 1fr; gap: 0; } }
            """;

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Sign in to Repatria</title>
            <style>{{style}}</style>
            </head>
            <body>
            <main>
            <h1>Sign in to Repatria</h1>
            <p>Demonstration users: one click signs in. All states, persons and data are invented.</p>
            {{message}}
            <form method="post" action="/sign-in">
            <input type="hidden" name="{{csrfName}}" value="{{csrf}}">
            <input type="hidden" name="password" value="{{password}}">
            {{people}}
            </form>
            <details {{open}}>
            <summary>Sign in with a name and password</summary>
            <form method="post" action="/sign-in">
            <input type="hidden" name="{{csrfName}}" value="{{csrf}}">
            <label for="username">User name</label>
            <input id="username" name="username" autocomplete="username" required>
            <label for="password">Password</label>
            <input id="password" name="password" type="password" autocomplete="current-password" required>
            <button class="go">Sign in</button>
            </form>
            </details>
            </main>
            </body>
            </html>
            """;

    /** The authority of who runs the system; all others are called after a state, such as {@code XH-CA}. */
    private static final String OPERATOR = "operator";

    private final Users users;

    SignInPage(Users users) {
        this.users = users;
    }

    /**
     * What a browser may do with the page. It may show it in its own style, and send its forms here and on to a
     * gateway, where signing in leads.
     */
    static String policy(IdentitySettings settings) {
        return "default-src 'none'; style-src 'sha256-" + sha256(STYLE) + "'; base-uri 'none'; frame-ancestors 'none';"
                + " form-action 'self'"
                + settings.gateways().stream().map(gateway -> " " + gateway).collect(Collectors.joining());
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @GetMapping(path = "/", produces = "text/html;charset=UTF-8")
    String start(CsrfToken csrf) {
        return page(
                csrf,
                "<p>Start at the gateway: it sends you here and back. Signing in on this page alone opens nothing.</p>",
                "");
    }

    @GetMapping(path = IdentityWiring.SIGN_IN, produces = "text/html;charset=UTF-8")
    String signIn(CsrfToken csrf, @RequestParam @Nullable String error, @RequestParam @Nullable String logout) {
        if (error != null) {
            return page(
                    csrf,
                    "<p class=\"wrong\" role=\"alert\">This user name and password do not belong together.</p>",
                    "open");
        }
        return page(csrf, logout == null ? "" : "<p role=\"status\">You are signed out.</p>", "");
    }

    private String page(CsrfToken csrf, String message, String open) {
        return PAGE.replace("{{style}}", STYLE)
                .replace("{{message}}", message)
                .replace("{{open}}", open)
                .replace("{{csrfName}}", html(csrf.getParameterName()))
                .replace("{{csrf}}", html(csrf.getToken()))
                .replace("{{password}}", html(users.password()))
                .replace("{{people}}", people());
    }

    /** By state, in the order in which the file of users has them; those who run the system come last. */
    private String people() {
        var byState = users.users().stream()
                .collect(Collectors.groupingBy(SignInPage::state, LinkedHashMap::new, Collectors.toList()));
        var operators = Optional.ofNullable(byState.remove(OPERATOR));
        operators.ifPresent(them -> byState.put(OPERATOR, them));
        return byState.entrySet().stream()
                .map(each -> group(each.getKey(), each.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String state(Users.User user) {
        return user.authority().replaceFirst("-.*", "");
    }

    private String group(String state, List<Users.User> people) {
        return """
                <h2 id="of-%1$s">%2$s</h2>
                <ul class="people" aria-labelledby="of-%1$s">
                %3$s
                </ul>""".formatted(
                        html(state),
                        state.equals(OPERATOR) ? "The operator of the system" : "State " + html(state),
                        people.stream().map(this::row).collect(Collectors.joining("\n")));
    }

    private String row(Users.User user) {
        String roles = user.roles().stream().map(users::meaningOf).collect(Collectors.joining(", "));
        return "<li><button name=\"username\" value=\"%s\"><b>%s</b><span>%s</span><small>%s</small></button></li>"
                .formatted(
                        html(user.name()),
                        html(user.givenName() + " " + user.familyName()),
                        html(roles),
                        html(user.authority()));
    }

    private static String html(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
