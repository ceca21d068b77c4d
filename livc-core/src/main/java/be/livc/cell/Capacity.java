package be.livc.cell;

/** In what capacity a mandate lets somebody act in a cell (domain.md §3). */
public enum Capacity {
    /** Chairs, draws up the case list, invites, decides. */
    MAYOR,
    /** Prevention official: takes in, plans, records, follows up. In a PIVC: its coordinator. */
    COORDINATOR,
    /** Delegate of the korpschef, cleared: conflict check, joint assessment. */
    INFORMATION_OFFICER,
    /** Speaks for a partner organisation. */
    MEMBER,
    /** The parket: gives the permission of a PIVC, may lay an embargo. */
    PROSECUTOR,
    /** Direction of the prison. */
    PRISON_DIRECTION,
    /** Psychosocial service of the prison. */
    PSYCHOSOCIAL_SERVICE,
    /** Police delegate in a PIVC. */
    POLICE,
    /** The Flemish liaison officer with OCAD: sees what is addressed to them and the items they were present at, nothing else. */
    LIAISON_OFFICER,
    /** Data protection officer: logs, requests, erasures; no case content. */
    DPO,
    /** Configuration only; cannot decrypt. */
    ADMINISTRATOR,
    /** VVSG helpdesk consultant; no case content. */
    DESK;

    /** Whether someone in this capacity may sit in a consultation and hear case content. */
    public boolean takesPart() {
        return hasCasework() && this != DPO;
    }

    /** Whether there are cases to it at all: to the helpdesk and to administrators there are none, whatever they ask for. */
    public boolean hasCasework() {
        return this != ADMINISTRATOR && this != DESK;
    }

    /** Whether it asks for a security clearance of at least GEHEIM (wet 30-07-2018 art. 3 §1): the delegates of the police. */
    public boolean needsClearance() {
        return this == INFORMATION_OFFICER || this == POLICE;
    }
}
