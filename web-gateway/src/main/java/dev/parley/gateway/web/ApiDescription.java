package dev.parley.gateway.web;

import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.problem.ProblemView;
import dev.parley.gateway.session.SignedIn;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.models.GroupedOpenApi;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.csrf.CsrfToken;

/** Describes the interface as OpenAPI 3.1: one description for users, one for companies, one for operators, and all together. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String COMPANIES = "/api/v1/accounts/**";
    private static final String OPERATORS = "/api/v1/operator/**";
    private static final Set<String> FOR_NOBODY = Set.of(
            "GET /api/v1/csrf",
            "POST /api/v1/users",
            "POST /api/v1/sessions",
            "GET /api/v1/directory/{handle}",
            "GET /api/v1/directory/{handle}/qr.svg",
            "GET /api/v1/directory/{handle}/qr.png",
            "POST /api/v1/operator/setup");

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(SignedIn.class, CsrfToken.class);
    }

    @Bean
    GroupedOpenApi users(OpenApiCustomizer whatAllHaveInCommon) {
        return group("users", "Users", whatAllHaveInCommon)
                .pathsToMatch("/api/v1/**")
                .pathsToExclude(COMPANIES, OPERATORS)
                .build();
    }

    @Bean
    GroupedOpenApi companies(OpenApiCustomizer whatAllHaveInCommon) {
        return group("companies", "Companies", whatAllHaveInCommon)
                .pathsToMatch(COMPANIES)
                .build();
    }

    @Bean
    GroupedOpenApi operators(OpenApiCustomizer whatAllHaveInCommon) {
        return group("operators", "Operators", whatAllHaveInCommon)
                .pathsToMatch(OPERATORS)
                .build();
    }

    @Bean
    GroupedOpenApi whole(OpenApiCustomizer whatAllHaveInCommon) {
        return group("all", "All", whatAllHaveInCommon)
                .pathsToMatch("/api/v1/**")
                .build();
    }

    @Bean
    OpenApiCustomizer whatAllHaveInCommon() {
        return ApiDescription::complete;
    }

    private static GroupedOpenApi.Builder group(String name, String title, OpenApiCustomizer customizer) {
        return GroupedOpenApi.builder().group(name).displayName(title).addOpenApiCustomizer(customizer);
    }

    private static void complete(OpenAPI api) {
        api.info(new Info()
                .title("Parley")
                .version("v1")
                .description(
                        "A messenger in which companies stand beside friends. Instants are ISO 8601 in UTC; lists come"
                                + " page by page with ?cursor=&limit= and answer {items, nextCursor}; unknown fields are ignored;"
                                + " every refusal is a problem (RFC 9457, see problems.md)."));
        api.servers(List.of(new Server().url("/")));
        if (api.getComponents() == null) {
            api.components(new Components());
        }
        var components = api.getComponents();
        components.addSecuritySchemes(
                "token",
                new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("for everything but browsers"));
        components.addSecuritySchemes(
                "cookie",
                new SecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.COOKIE)
                        .name("parley_session")
                        .description("for browsers; requests that change something also send the value of the cookie"
                                + " XSRF-TOKEN in the header X-XSRF-TOKEN"));
        ModelConverters.getInstance(true).readAll(ProblemView.class).forEach(components::addSchemas);
        if (api.getPaths() != null) {
            api.getPaths()
                    .forEach((path, item) ->
                            item.readOperationsMap().forEach((method, operation) -> complete(path, method, operation)));
        }
        if (components.getSchemas() != null) {
            components.setSchemas(new TreeMap<>(components.getSchemas()));
        }
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
        if (!FOR_NOBODY.contains(method + " " + path)) {
            operation.security(
                    List.of(new SecurityRequirement().addList("token"), new SecurityRequirement().addList("cookie")));
        }
        var named = operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> "Idempotency-Key".equals(parameter.getName()));
        if (method == PathItem.HttpMethod.POST && !named && !FOR_NOBODY.contains(method + " " + path)) {
            operation.addParametersItem(new HeaderParameter()
                    .name("Idempotency-Key")
                    .required(false)
                    .description(
                            "1 to 100 visible characters; repeated with the same key, the first answer comes again")
                    .schema(new StringSchema().maxLength(100)));
        }
        operation.getResponses().remove("400");
        operation.getResponses().addApiResponse("default", problem());
    }

    private static ApiResponse problem() {
        var example = Map.of(
                "type",
                "/problems/" + Problem.NOT_FOUND.problemName(),
                "title",
                Problem.NOT_FOUND.title(),
                "status",
                Problem.NOT_FOUND.status(),
                "detail",
                "There is nothing at this address.",
                "problem",
                Problem.NOT_FOUND.problemName(),
                "reference",
                "7F3A-11");
        return new ApiResponse()
                .description("A problem")
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType()
                                        .schema(new Schema<>().$ref("#/components/schemas/Problem"))
                                        .example(new TreeMap<>(example))));
    }
}
