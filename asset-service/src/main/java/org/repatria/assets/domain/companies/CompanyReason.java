package org.repatria.assets.domain.companies;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.repatria.decider.NamesReasons;
import org.repatria.decider.Reason;
import org.repatria.decider.Refusal;

/** Why something asked of a company is refused, beside what is wrong with a field or a holding. */
public enum CompanyReason implements Reason {
    COMPANY_ALREADY_REGISTERED("A company is registered under this id already"),
    COMPANY_LIMIT_REACHED("The company has as many of these as it can have");

    private final String title;

    CompanyReason(String title) {
        this.title = title;
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICTING;
    }

    @Override
    public String title() {
        return title;
    }

    /** A fact about the company as it stands. */
    Refusal because(String detail) {
        return Refusal.of(this, detail);
    }

    /** For which of them a command can be refused; what stands on an interface holds for all its commands. */
    @NamesReasons
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    public @interface RefusedFor {

        CompanyReason[] value();
    }
}
