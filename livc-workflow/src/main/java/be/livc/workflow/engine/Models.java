package be.livc.workflow.engine;

import be.livc.platform.Refusal;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The models that processes follow: their text with the picture, and the places they know. */
@Component
@Transactional
public class Models {

    private final Instances instances;
    private final ProcessLibrary library;

    Models(Instances instances, ProcessLibrary library) {
        this.instances = instances;
        this.library = library;
    }

    /** The BPMN 2.0 text, with its picture, of the newest version of a process. */
    public String diagramXml(String definitionKey) {
        return library.xml(library.newest(definitionKey).getId());
    }

    /**
     * The BPMN 2.0 text, with its picture, of the version that this case follows.
     *
     * @throws Refusal not found where this cell has no such process
     */
    public String diagramXml(UUID caseId) {
        return library.xml(instances.require(caseId).getProcessDefinitionId());
    }

    /** The places that the newest version of a process knows, in the order of its picture. */
    public List<ProcessStep> steps(String definitionKey) {
        return library.steps(library.newest(definitionKey).getId());
    }

    /**
     * The places that the version which this case follows knows, in the order of its picture.
     *
     * @throws Refusal not found where this cell has no such process
     */
    public List<ProcessStep> steps(UUID caseId) {
        return library.steps(instances.require(caseId).getProcessDefinitionId());
    }
}
