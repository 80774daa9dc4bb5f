package dev.parley.gateway.web;

import static java.util.Map.entry;

import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.problem.ProblemView;
import dev.parley.gateway.session.SignedIn;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.examples.Example;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.models.GroupedOpenApi;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
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
            "GET /api/v1/articles/{id}",
            "POST /api/v1/operator/setup");
    private static final Map<String, Set<Problem>> OWN_PROBLEMS = Map.ofEntries(
            entry("POST /api/v1/users", Set.of(Problem.HANDLE_TAKEN, Problem.TOO_MANY_REQUESTS)),
            entry("POST /api/v1/sessions", Set.of(Problem.LOGIN_REFUSED, Problem.TOO_MANY_REQUESTS)),
            entry("POST /api/v1/accounts", Set.of(Problem.HANDLE_TAKEN, Problem.IDEMPOTENCY_KEY_REUSED)),
            entry(
                    "POST /api/v1/accounts/{account}/push-messages",
                    Set.of(
                            Problem.IDEMPOTENCY_KEY_MISSING,
                            Problem.NOT_VERIFIED,
                            Problem.SUSPENDED,
                            Problem.NO_FOLLOWERS,
                            Problem.QUOTA_USED_UP)),
            entry(
                    "POST /api/v1/accounts/{id}/conversations/{conversation}/messages",
                    Set.of(Problem.WINDOW_CLOSED, Problem.NOT_FOLLOWING)),
            entry(
                    "POST /api/v1/conversations/{id}/messages",
                    Set.of(Problem.IDEMPOTENCY_KEY_MISSING, Problem.NOT_A_CONTACT, Problem.NOT_FOLLOWING)),
            entry(
                    "POST /api/v1/media",
                    Set.of(
                            Problem.TOO_LARGE,
                            Problem.UNSUPPORTED_MEDIA,
                            Problem.NOT_AN_IMAGE,
                            Problem.TOO_MANY_PIXELS)),
            entry("GET /api/v1/articles/{id}", Set.of(Problem.GONE)),
            entry("POST /api/v1/accounts/{id}/verification-request", Set.of(Problem.CONFLICT)),
            entry("POST /api/v1/operator/accounts/{id}/verification", Set.of(Problem.CONFLICT)),
            entry("POST /api/v1/follows/{account}/less", Set.of(Problem.CONFLICT)));
    private static final Map<String, String> TEXTS = Map.of(
            "text/csv", "date,followers,came,left\n2026-03-02,1480,44,13\n",
            "application/x-ndjson", "{\"stream\":\"operator\",\"sequence\":412,\"action\":\"account.verified\"}\n");

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(SignedIn.class, CsrfToken.class);
    }

    @Bean
    GroupedOpenApi users(List<OpenApiCustomizer> customizers) {
        return group("users", "Users", customizers)
                .pathsToMatch("/api/v1/**")
                .pathsToExclude(COMPANIES, OPERATORS)
                .build();
    }

    @Bean
    GroupedOpenApi companies(OpenApiCustomizer whatAllHaveInCommon) {
        return group("companies", "Companies", List.of(whatAllHaveInCommon))
                .pathsToMatch(COMPANIES)
                .build();
    }

    @Bean
    GroupedOpenApi operators(OpenApiCustomizer whatAllHaveInCommon) {
        return group("operators", "Operators", List.of(whatAllHaveInCommon))
                .pathsToMatch(OPERATORS)
                .build();
    }

    @Bean
    GroupedOpenApi whole(List<OpenApiCustomizer> customizers) {
        return group("all", "All", customizers).pathsToMatch("/api/v1/**").build();
    }

    @Bean
    @Order(2)
    OpenApiCustomizer whatAllHaveInCommon() {
        return ApiDescription::complete;
    }

    private static GroupedOpenApi.Builder group(String name, String title, List<OpenApiCustomizer> customizers) {
        var group = GroupedOpenApi.builder().group(name).displayName(title);
        customizers.forEach(group::addOpenApiCustomizer);
        return group;
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
        ApiExamples.problems().forEach(components::addExamples);
        alwaysThere(api);
        var examples = new ApiExamples(components.getSchemas());
        var body = components.getSchemas().get("NewMessageBody");
        if (body != null) {
            exemplifyBodies(body);
        }
        if (api.getPaths() != null) {
            api.getPaths()
                    .forEach((path, item) -> item.readOperationsMap()
                            .forEach((method, operation) -> complete(path, method, operation, examples)));
        }
        if (components.getSchemas() != null) {
            components.setSchemas(new TreeMap<>(components.getSchemas()));
        }
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation operation, ApiExamples examples) {
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
        operation.getResponses().addApiResponse("default", problem(path, method, operation));
        if (operation.getRequestBody() != null) {
            exemplify(operation.getRequestBody().getContent(), examples);
        }
        operation.getResponses().forEach((status, answer) -> {
            if (status.startsWith("2")) {
                exemplify(answer.getContent(), examples);
            }
        });
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // Schema<T> is used raw by the library itself
    private static void exemplifyBodies(Schema body) {
        body.setExamples(ApiExamples.bodies());
    }

    /** Every text has an example, pictures have none. */
    private static void exemplify(@Nullable Content content, ApiExamples examples) {
        if (content == null) {
            return;
        }
        content.forEach((type, media) -> {
            if (TEXTS.containsKey(type)) {
                media.example(TEXTS.get(type));
            } else if (!type.startsWith("image/") && media.getSchema() != null) {
                media.example(examples.of(media.getSchema()));
            }
        });
    }

    /**
     * Answers write null where there is nothing, so all members of a schema that only answers use are always there; members of a
     * request may be left out instead.
     */
    @SuppressWarnings({"rawtypes", "unchecked"}) // Schema<T> is used raw by the library itself
    private static void alwaysThere(OpenAPI api) {
        var schemas = api.getComponents().getSchemas();
        var asked = new HashSet<String>();
        if (api.getPaths() != null) {
            api.getPaths().values().stream()
                    .flatMap(item -> item.readOperations().stream())
                    .filter(operation -> operation.getRequestBody() != null)
                    .flatMap(operation -> operation.getRequestBody().getContent().values().stream())
                    .forEach(media -> gather(media.getSchema(), schemas, asked));
        }
        gather(schemas.get("ClientFrame"), schemas, asked);
        schemas.forEach((name, schema) -> {
            var leavesOut = schema.getExtensions() == null
                    ? null
                    : schema.getExtensions().remove(RecordSchemas.LEAVES_OUT);
            if (schema.getExtensions() != null && schema.getExtensions().isEmpty()) {
                schema.setExtensions(null);
            }
            if (!Boolean.TRUE.equals(leavesOut) && !asked.contains(name) && schema.getProperties() != null) {
                var always = new ArrayList<>(schema.getProperties().keySet());
                if (leavesOut instanceof List<?> some) {
                    always.removeAll(some);
                }
                schema.setRequired(always);
            }
        });
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // Schema<T> is used raw by the library itself
    private static void gather(@Nullable Schema<?> schema, Map<String, Schema> schemas, Set<String> names) {
        if (schema == null) {
            return;
        }
        if (schema.get$ref() != null) {
            var name = schema.get$ref().substring("#/components/schemas/".length());
            if (names.add(name)) {
                gather(schemas.get(name), schemas, names);
            }
            return;
        }
        gather(schema.getItems(), schemas, names);
        if (schema.getOneOf() != null) {
            schema.getOneOf().forEach(one -> gather(one, schemas, names));
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(property -> gather(property, schemas, names));
        }
    }

    /** The problems worth showing at this route: those that every caller meets, and those that are its own. */
    private static ApiResponse problem(String path, PathItem.HttpMethod method, Operation operation) {
        var named = new TreeSet<Problem>();
        if (operation.getRequestBody() != null || operation.getParameters() != null) {
            named.add(Problem.INVALID_REQUEST);
        }
        if (operation.getSecurity() != null) {
            named.add(Problem.UNAUTHENTICATED);
        }
        if (path.startsWith("/api/v1/operator/") || path.startsWith("/api/v1/accounts/")) {
            named.add(Problem.FORBIDDEN);
        }
        if (path.contains("{")) {
            named.add(Problem.NOT_FOUND);
        }
        named.addAll(OWN_PROBLEMS.getOrDefault(method + " " + path, Set.of()));
        if (named.isEmpty()) {
            named.add(Problem.NOT_ACCEPTABLE);
        }
        var media = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
        named.forEach(problem -> media.addExamples(
                problem.problemName(), new Example().$ref("#/components/examples/" + problem.problemName())));
        return new ApiResponse()
                .description("A problem")
                .content(new Content().addMediaType("application/problem+json", media));
    }
}
