package be.livc.web.api;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Describes what all calls share: the token, the problem that is the answer when one is refused, and the headers that guard a change. */
@Component
class ContractDescription implements OpenApiCustomizer {

    private static final String TOKEN = "token";
    private static final String TOKENS = "/api/v1/tokens";
    private static final String CASES = "/api/v1/cases/{id}/";
    private static final Set<PathItem.HttpMethod> READS = Set.of(PathItem.HttpMethod.GET, PathItem.HttpMethod.HEAD);

    @Override
    public void customise(OpenAPI contract) {
        contract.info(new Info()
                        .title("LIVC")
                        .version("1")
                        .description(
                                "The same rights, the same gate and the same log as the screens have. What the caller may not"
                                        + " see answers 404 not-found, like what does not exist."))
                .servers(List.of(new Server().url("/").description("This installation")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
        contract.getComponents()
                .addSecuritySchemes(
                        TOKEN,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("From POST " + TOKENS))
                .addResponses("Refused", refused())
                .addParameters("IdempotencyKey", onceOnly())
                .addParameters("IfMatch", unchanged());
        ModelConverters.getInstance(true).readAll(Problem.class).forEach(contract.getComponents()::addSchemas);
        contract.getPaths().forEach((path, item) -> item.readOperationsMap()
                .forEach((method, operation) -> complete(path, method, operation)));
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
        operation.getResponses().addApiResponse("default", new ApiResponse().$ref("#/components/responses/Refused"));
        if (path.equals(TOKENS)) {
            operation.setSecurity(List.of());
        } else if (operation.getResponses().containsKey("201")) {
            operation.addParametersItem(new HeaderParameter().$ref("#/components/parameters/IdempotencyKey"));
        }
        if (path.startsWith(CASES) && !READS.contains(method)) {
            operation.addParametersItem(new HeaderParameter().$ref("#/components/parameters/IfMatch"));
        }
    }

    private static ApiResponse refused() {
        return new ApiResponse()
                .description("Refused: the code is stable, the texts are in the language that was asked for")
                .content(new Content()
                        .addMediaType(
                                org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
    }

    private static HeaderParameter onceOnly() {
        HeaderParameter key = new HeaderParameter();
        key.name("Idempotency-Key")
                .required(false)
                .schema(new StringSchema())
                .description("A repeat with the same key gets the first answer");
        return key;
    }

    private static HeaderParameter unchanged() {
        HeaderParameter tag = new HeaderParameter();
        tag.name("If-Match")
                .required(false)
                .schema(new StringSchema())
                .description("The ETag of the case as it was read; 412 changed-meanwhile when it is another by now");
        return tag;
    }
}
