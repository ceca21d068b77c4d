package be.livc.platform;

import jakarta.persistence.EntityManager;

/** Found by its name, by every repository that extends {@link Adding}. */
class AddingImpl<T> implements Adding<T> {

    private final EntityManager entities;

    AddingImpl(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public T add(T row) {
        entities.persist(row);
        entities.flush();
        return row;
    }
}
