package org.repatria.local.identity;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Starts the development identity provider. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentitySettings.class)
public class IdentityApplication {

    /** Starts on {@code REPATRIA_IDENTITY_PORT}; see {@code identity.yaml} for the other settings. */
    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(IdentityApplication.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.run(arguments);
    }
}
