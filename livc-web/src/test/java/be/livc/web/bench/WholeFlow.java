package be.livc.web.bench;

/** One kind of complete flow, driven over REST from its first call to its last. */
interface WholeFlow extends Round.Call {

    /** How many user tasks of the engine one flow completes. */
    int userTasks();

    /** How many HTTP calls one flow makes. */
    int calls();
}
