package be.livc.vault;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Lets entities have fields of the type {@link Sealed}. */
@Converter(autoApply = true)
@Immutable
class SealedColumn implements AttributeConverter<Sealed, byte[]> {

    @Override
    public byte @Nullable [] convertToDatabaseColumn(@Nullable Sealed sealed) {
        return sealed == null ? null : sealed.ciphertext();
    }

    @Override
    public @Nullable Sealed convertToEntityAttribute(byte @Nullable [] column) {
        return column == null ? null : Sealed.fromColumn(column);
    }
}
