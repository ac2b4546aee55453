package org.repatria.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/** Settings that all services share, below whatever a service or its environment says. */
public final class EdgeDefaults implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        try {
            environment
                    .getPropertySources()
                    .addLast(new ResourcePropertySource(
                            "repatria-edge-defaults", new ClassPathResource("repatria-edge-defaults.properties")));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
