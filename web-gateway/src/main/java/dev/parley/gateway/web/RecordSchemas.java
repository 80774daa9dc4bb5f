package dev.parley.gateway.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.parley.draft.Within;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.beans.Introspector;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets the description say what our types say: a member without {@link Nullable} is always there, one with it may be null, and a sealed
 * interface is one of its records, told apart by {@code type}. A nested type carries the name of the
 * type around it, because the simple names of two of them may be the same.
 */
@Component
@SuppressWarnings({"rawtypes", "unchecked"}) // Schema<T> is used raw by the library itself
final class RecordSchemas implements ModelConverter {
    /** Marks a schema whose members are left out instead of null; taken away before anybody reads it. */
    static final String LEAVES_OUT = "x-leaves-out";

    private static final String OURS = "dev.parley.";
    private static final String REFERENCE = "#/components/schemas/";

    @Override
    public @Nullable Schema resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        var raw = Json31.mapper().constructType(type.getType()).getRawClass();
        if (isClosedSet(raw)) {
            return choice(raw, type, context);
        }
        if (type.getName() == null && raw.isRecord() && isOurs(raw) && raw.getTypeParameters().length == 0) {
            type.name(nameOf(raw));
        }
        var schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        if (schema != null && isOurs(raw) && !raw.isEnum()) {
            complete(raw, modelOf(schema, context));
        }
        return schema;
    }

    private static boolean isClosedSet(Class<?> raw) {
        return raw.isSealed() && raw.isAnnotationPresent(JsonTypeInfo.class) && isOurs(raw);
    }

    private static boolean isOurs(Class<?> raw) {
        return raw.getName().startsWith(OURS);
    }

    /** The name it declares, or its own behind that of the type it stands in, so that two of the same name do not become one. */
    private static String nameOf(Class<?> raw) {
        var named = raw.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
        if (named != null && !named.name().isEmpty()) {
            return named.name();
        }
        var outer = raw.getEnclosingClass();
        var own = withoutView(raw.getSimpleName());
        return outer == null || outer.getSimpleName().endsWith("Controller") ? own : nameOf(outer) + own;
    }

    private static String withoutView(String name) {
        return name.endsWith("View") ? name.substring(0, name.length() - "View".length()) : name;
    }

    private static Schema choice(Class<?> set, AnnotatedType type, ModelConverterContext context) {
        var name = nameOf(set);
        var schema = context.getDefinedModels().get(name);
        if (schema == null) {
            var discriminator = new Discriminator().propertyName("type");
            schema = new JsonSchema();
            context.defineModel(
                    name, schema, type, null); // before its records: some of them hold others of the same set
            for (var record : set.getPermittedSubclasses()) {
                var typeName = record.getAnnotation(JsonTypeName.class).value();
                context.resolve(new AnnotatedType(record).resolveAsRef(true));
                var reference = REFERENCE + nameOf(record);
                schema.addOneOfItem(new JsonSchema().$ref(reference));
                discriminator.mapping(typeName, reference);
            }
            schema.setDiscriminator(discriminator);
            var described = set.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
            if (described != null && !described.description().isEmpty()) {
                schema.setDescription(described.description());
            }
        }
        return type.isResolveAsRef() ? new JsonSchema().$ref(REFERENCE + name) : schema;
    }

    private static Schema modelOf(Schema schema, ModelConverterContext context) {
        var reference = schema.get$ref();
        if (reference == null) {
            return schema;
        }
        var model = context.getDefinedModels().get(reference.substring(REFERENCE.length()));
        return model == null ? schema : model;
    }

    private static void complete(Class<?> raw, Schema model) {
        if (model.get$ref() != null || model.getProperties() == null && !raw.isRecord()) {
            return;
        }
        if (raw.isRecord() && model.getTypes() == null) {
            model.setTypes(Set.of("object")); // one without members is an object too
        }
        if (raw.isAnnotationPresent(JsonTypeName.class)) {
            var typeName = new JsonSchema();
            typeName.setTypes(Set.of("string"));
            typeName.setEnum(List.of(raw.getAnnotation(JsonTypeName.class).value()));
            model.addProperty("type", typeName);
            require(model, "type");
        }
        var leavesOut = raw.isAnnotationPresent(JsonInclude.class);
        var leftOut = leftOut(raw);
        if (leavesOut) {
            model.addExtension(LEAVES_OUT, true);
        } else if (!leftOut.isEmpty()) {
            model.addExtension(LEAVES_OUT, leftOut);
        }
        limit(raw, model);
        members(raw).forEach((name, type) -> {
            var property = model.getProperties() == null
                    ? null
                    : (Schema) model.getProperties().get(name);
            if (property == null) {
                return;
            }
            if (leftOut.contains(name)) {
                return;
            }
            if (rawType(type) == Map.class) {
                property.setAdditionalProperties(anyValue());
            }
            if (!type.isAnnotationPresent(Nullable.class)) {
                if (!leavesOut || !List.class.isAssignableFrom(rawType(type))) {
                    require(model, name);
                }
            } else if (!leavesOut && !isRequired(model, name)) {
                model.getProperties().put(name, orNull(property));
            }
        });
    }

    /** The members that are left out on their own when there is nothing in them. */
    private static List<String> leftOut(Class<?> raw) {
        return raw.isRecord()
                ? Arrays.stream(raw.getRecordComponents())
                        .filter(component -> component.getAccessor().isAnnotationPresent(JsonInclude.class))
                        .map(component -> component.getName())
                        .toList()
                : List.of();
    }

    /** Lengths and numbers of entries, from the table of limits. */
    private static void limit(Class<?> raw, Schema model) {
        if (!raw.isRecord() || model.getProperties() == null) {
            return;
        }
        for (var component : raw.getRecordComponents()) {
            var within = component.getAnnotation(Within.class);
            var property = (Schema) model.getProperties().get(component.getName());
            if (within == null || property == null) {
                continue;
            }
            if (component.getType() == List.class) {
                property.setMaxItems(within.value().most());
            } else {
                property.setMaxLength(within.value().most());
            }
        }
    }

    /** What a form can be answered with. */
    private static Schema anyValue() {
        var several = new JsonSchema();
        several.setTypes(Set.of("array"));
        several.setItems(plain("string"));
        var either = new JsonSchema();
        either.setOneOf(List.of(plain("string"), plain("number"), plain("boolean"), several));
        return either;
    }

    private static Schema plain(String type) {
        var schema = new JsonSchema();
        schema.setTypes(Set.of(type));
        return schema;
    }

    private static Class<?> rawType(AnnotatedElement type) {
        return Json31.mapper()
                .constructType(((java.lang.reflect.AnnotatedType) type).getType())
                .getRawClass();
    }

    /** The members that have a declared nullness: all of a record, the nullable ones of a class with getters. */
    private static Map<String, java.lang.reflect.AnnotatedType> members(Class<?> raw) {
        if (raw.isRecord()) {
            return Arrays.stream(raw.getRecordComponents())
                    .collect(Collectors.toMap(
                            component -> component.getName(),
                            component -> component.getAnnotatedType(),
                            (one, _) -> one,
                            TreeMap::new));
        }
        return Arrays.stream(raw.getDeclaredMethods())
                .filter(method -> method.getName().startsWith("get")
                        && method.getAnnotatedReturnType().isAnnotationPresent(Nullable.class))
                .collect(Collectors.toMap(
                        method -> Introspector.decapitalize(method.getName().substring("get".length())),
                        method -> method.getAnnotatedReturnType(),
                        (one, _) -> one,
                        TreeMap::new));
    }

    private static boolean isRequired(Schema model, String name) {
        return model.getRequired() != null && model.getRequired().contains(name);
    }

    private static void require(Schema model, String name) {
        if (!isRequired(model, name)) {
            model.addRequiredItem(name);
        }
    }

    private static Schema orNull(Schema property) {
        if (property.get$ref() != null) {
            var nothing = new JsonSchema();
            nothing.setTypes(Set.of("null"));
            var either = new JsonSchema();
            either.setOneOf(List.of(new JsonSchema().$ref(property.get$ref()), nothing));
            either.setDescription(property.getDescription());
            return either;
        }
        if (property.getTypes() != null && !property.getTypes().contains("null")) {
            var types = new LinkedHashSet<String>(property.getTypes());
            types.add("null");
            property.setTypes(types);
            if (property.getEnum() != null) {
                var values = new java.util.ArrayList<Object>(property.getEnum());
                values.add(null);
                property.setEnum(values);
            }
        }
        return property;
    }
}
