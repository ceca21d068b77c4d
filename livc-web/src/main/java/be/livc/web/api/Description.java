package be.livc.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.time.LocalTime;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes the description of the contract say what the records say: a component that is {@link Nullable} may be null, one that
 * is left out when it is empty may be missing, any other is always there. Without it a generated client cannot tell the two apart.
 */
@Component
class Description implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        JavaType described = Json31.mapper().constructType(type.getType());
        if (described != null && described.getRawClass() == LocalTime.class) {
            return hour();
        }
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> schema = chain.next().resolve(type, context, chain);
        if (schema != null && described != null && described.getRawClass().isRecord()) {
            complete(modelOf(schema, context), described.getRawClass());
        }
        return schema;
    }

    /** An hour is written as {@code 14:30}; the library would describe the parts of the class. */
    private static Schema<?> hour() {
        Schema<Object> hour = new Schema<>();
        hour.addType("string");
        hour.setFormat("time");
        return hour;
    }

    private static Schema<?> modelOf(Schema<?> schema, ModelConverterContext context) {
        String reference = schema.get$ref();
        if (reference == null) {
            return schema;
        }
        Schema<?> model = context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
        return model == null ? schema : model;
    }

    private static void complete(Schema<?> model, Class<?> type) {
        @SuppressWarnings("rawtypes") // as the library declares it
        Map<String, Schema> properties = model.getProperties();
        if (properties == null) {
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            Schema<?> property = properties.get(component.getName());
            if (property == null) {
                continue;
            }
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                properties.put(component.getName(), orNull(property));
            } else if (!component.getAccessor().isAnnotationPresent(JsonInclude.class)
                    && (model.getRequired() == null || !model.getRequired().contains(component.getName()))) {
                model.addRequiredItem(component.getName());
            }
        }
    }

    private static Schema<?> orNull(Schema<?> property) {
        if (property.getAnyOf() != null) {
            return property;
        }
        if (property.get$ref() != null) {
            Schema<Object> nothing = new Schema<>();
            nothing.addType("null");
            Schema<Object> either = new Schema<>();
            either.setAnyOf(List.of(property, nothing));
            return either;
        }
        if (property.getTypes() == null && property.getType() != null) {
            property.addType(property.getType());
        }
        if (property.getTypes() != null) {
            property.addType("null");
        }
        return property;
    }
}
