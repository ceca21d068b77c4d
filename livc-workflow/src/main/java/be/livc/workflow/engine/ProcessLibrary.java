package be.livc.workflow.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.flowable.bpmn.exceptions.XMLException;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.EndEvent;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.ThrowEvent;
import org.flowable.bpmn.model.UserTask;
import org.flowable.common.engine.api.FlowableException;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.repository.ProcessDefinition;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The processes that this program brings. Deployed once, for all cells; a start that finds the same text already there
 * deploys nothing, a changed text becomes a new version that new cases follow.
 */
@Component
final class ProcessLibrary {

    private static final String PROCESSES = "classpath*:processes/*.bpmn20.xml";

    private final RepositoryService repository;

    ProcessLibrary(ProcessEngine engine) throws IOException {
        this.repository = engine.getRepositoryService();
        for (Resource process : new PathMatchingResourcePatternResolver().getResources(PROCESSES)) {
            deploy(process);
        }
    }

    void deploy(Resource process) throws IOException {
        // The file's name only: where the program lies must not make a process look new.
        String name = Objects.requireNonNull(process.getFilename(), "a process has a file name");
        try (InputStream text = process.getInputStream()) {
            repository
                    .createDeployment()
                    .name(name)
                    .addInputStream(name, text)
                    .enableDuplicateFiltering()
                    .deploy();
        } catch (FlowableException | XMLException broken) {
            throw new IllegalStateException("the process file " + name + " cannot be used: " + why(broken), broken);
        }
    }

    /** What the engine found, without what it wrapped around it. */
    private static String why(Throwable broken) {
        Throwable first = broken;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return String.valueOf(first.getMessage()).strip();
    }

    /** The newest version of a process; throws {@link IllegalArgumentException} where there is none of that key. */
    ProcessDefinition newest(String key) {
        ProcessDefinition definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .processDefinitionWithoutTenantId()
                .latestVersion()
                .singleResult();
        if (definition == null) {
            throw new IllegalArgumentException("no such process: " + key);
        }
        return definition;
    }

    /** The version of that id. */
    ProcessDefinition definition(String id) {
        return repository.getProcessDefinition(id);
    }

    BpmnModel model(String definitionId) {
        return repository.getBpmnModel(definitionId);
    }

    /** One element; throws {@link IllegalArgumentException} where the process has none of that id. */
    FlowElement element(String definitionId, String activityId) {
        FlowElement element = model(definitionId).getFlowElement(activityId);
        if (element == null) {
            throw new IllegalArgumentException("no such step in the process: " + activityId);
        }
        return element;
    }

    /** Where a case can be, from left to right as the model has it. */
    List<ProcessStep> steps(String definitionId) {
        return model(definitionId).getMainProcess().findFlowElementsOfType(FlowNode.class).stream()
                .filter(node -> node instanceof UserTask || node instanceof ThrowEvent || node instanceof EndEvent)
                .map(node -> new ProcessStep(
                        node.getId(),
                        node.getName(),
                        node.getDocumentation(),
                        node instanceof UserTask task ? task.getCandidateGroups() : List.of()))
                .toList();
    }

    /** The BPMN 2.0 text as it was deployed. */
    String xml(String definitionId) {
        try (InputStream text = repository.getProcessModel(definitionId)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
