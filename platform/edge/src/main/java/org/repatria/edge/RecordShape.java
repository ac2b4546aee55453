package org.repatria.edge;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.repatria.decider.input.Fresh;
import org.repatria.decider.input.InPath;

/**
 * The components of a record with the rules that stand on them, and what makes one of them. The JDK reads them from the
 * class file each time it is asked, a fifth of what a page took beside its search; so it is asked once.
 */
record RecordShape(List<Part> parts, Constructor<?> constructor) {

    private static final ClassValue<RecordShape> KNOWN = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return read(type);
        }
    };

    static RecordShape of(Class<?> type) {
        return KNOWN.get(type);
    }

    private static RecordShape read(Class<?> type) {
        var components = type.getRecordComponents();
        if (components == null) {
            throw new IllegalStateException(type.getName() + " is no record.");
        }
        try {
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return new RecordShape(Arrays.stream(components).map(Part::of).toList(), constructor);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("The record " + type.getName() + " cannot be made.", impossible);
        }
    }

    /**
     * A component.
     *
     * @param annotated its type with the rules that stand on it
     */
    record Part(String name, Class<?> type, AnnotatedType annotated) {

        private static Part of(RecordComponent component) {
            return new Part(component.getName(), component.getType(), component.getAnnotatedType());
        }

        /** Whether it stands in the body of a request. */
        boolean isInBody() {
            return !annotated.isAnnotationPresent(Fresh.class) && !annotated.isAnnotationPresent(InPath.class);
        }
    }
}
