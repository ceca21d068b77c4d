package be.livc.workflow.engine;

import be.livc.platform.CurrentCell;

/** The {@linkplain CurrentCell current cell} as the engine knows it: the tenant of every process of its cases. */
final class Tenant {

    private Tenant() {}

    /** The tenant's name in the engine's tables and queries. */
    static String here() {
        return CurrentCell.require().toString();
    }
}
