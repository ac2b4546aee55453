package org.repatria.messaging;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Version;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedConstructor;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.util.StdConverter;

/** Tells Jackson what the domain's types say by their shape. So no domain class needs an annotation. */
final class DomainTypes extends AnnotationIntrospector {

    private static final long serialVersionUID = 1;

    private static final JsonTypeInfo.Value TYPE_AS_PROPERTY =
            JsonTypeInfo.Value.construct(JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "type", null, false, true);

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated annotated) {
        return (annotated instanceof AnnotatedClass c && isOfSealedFamily(c.getRawType())) ? TYPE_AS_PROPERTY : null;
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(MapperConfig<?> config, Annotated annotated) {
        if (!annotated.getRawType().isSealed()) {
            return null;
        }
        var found = new ArrayList<NamedType>();
        collect(annotated.getRawType(), found);
        return found;
    }

    @Override
    public @Nullable String findTypeName(MapperConfig<?> config, AnnotatedClass annotated) {
        return isOfSealedFamily(annotated.getRawType()) ? annotated.getRawType().getSimpleName() : null;
    }

    @Override
    public @Nullable Object findSerializationConverter(MapperConfig<?> config, Annotated annotated) {
        return Set.class.isAssignableFrom(annotated.getRawType()) ? Sorted.class : null;
    }

    @Override
    public @Nullable Boolean hasAsValue(MapperConfig<?> config, Annotated annotated) {
        return (annotated instanceof AnnotatedMethod m && isValueOfSingleValue(m)) ? Boolean.TRUE : null;
    }

    @Override
    public JsonCreator.@Nullable Mode findCreatorAnnotation(MapperConfig<?> config, Annotated annotated) {
        return (annotated instanceof AnnotatedConstructor c && isMakerOfSingleValue(c))
                ? JsonCreator.Mode.DELEGATING
                : null;
    }

    private static boolean isValueOfSingleValue(AnnotatedMethod m) {
        return isSingleValue(m.getDeclaringClass()) && m.getName().equals("value") && m.getParameterCount() == 0;
    }

    private static boolean isMakerOfSingleValue(AnnotatedConstructor c) {
        return isSingleValue(c.getDeclaringClass()) && c.getParameterCount() == 1;
    }

    /** A record with the one component {@code value} is a word of the domain for that value, such as an id. */
    private static boolean isSingleValue(Class<?> type) {
        if (!type.isRecord() || isOfSealedFamily(type)) {
            return false;
        }
        var components = type.getRecordComponents();
        return components.length == 1 && components[0].getName().equals("value");
    }

    private static boolean isOfSealedFamily(Class<?> type) {
        if (type.isEnum() || type.getName().startsWith("java.")) {
            return false;
        }
        if (type.isSealed()) {
            return true;
        }
        for (var parent : type.getInterfaces()) {
            if (isOfSealedFamily(parent)) {
                return true;
            }
        }
        return type.getSuperclass() != null && isOfSealedFamily(type.getSuperclass());
    }

    private static void collect(Class<?> sealedType, List<NamedType> found) {
        for (var permitted : sealedType.getPermittedSubclasses()) {
            if (permitted.isSealed()) {
                collect(permitted, found);
            } else {
                found.add(new NamedType(permitted, permitted.getSimpleName()));
            }
        }
    }

    /** Sets iterate in another order in every process; written, they follow the text of their elements. */
    static final class Sorted extends StdConverter<Set<?>, List<?>> {
        @Override
        public List<?> convert(Set<?> elements) {
            return elements.stream()
                    .sorted(Comparator.comparing(String::valueOf))
                    .toList();
        }
    }
}
