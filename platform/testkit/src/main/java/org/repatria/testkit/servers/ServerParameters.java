package org.repatria.testkit.servers;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Resolves the server parameters; a test class and all that is nested in it share one database. */
final class ServerParameters implements ParameterResolver {

    private static final Namespace DATABASES = Namespace.create(ServerParameters.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == KafkaForTests.class || type == MongoForTests.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (parameter.getParameter().getType() == KafkaForTests.class) {
            return new KafkaForTests(SharedServers.kafka());
        }
        var outermost = outermost(context.getRequiredTestClass());
        return context.getRoot()
                .getStore(DATABASES)
                .computeIfAbsent(
                        outermost.getName(),
                        _ -> SharedServers.freshMongo(outermost.getSimpleName()),
                        MongoForTests.class);
    }

    private static Class<?> outermost(Class<?> type) {
        var outer = type.getEnclosingClass();
        return outer == null ? type : outermost(outer);
    }
}
